with decided as (
    select * from {{ source('landed', 'programme_agencies') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

in_force as (
    select
        decided.agency_id,
        decided.name_vi,
        decided.name_en,
        decided.short_vi
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
)

select * from in_force
