with decided as (
    select * from {{ source('landed', 'programme_sections') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

in_force as (
    select
        decided.section_id,
        decided.sort_order,
        decided.title_vi,
        decided.title_en,
        decided.promise_vi,
        decided.promise_en,
        decided.agency_id,
        decided.target_group
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
)

select * from in_force
