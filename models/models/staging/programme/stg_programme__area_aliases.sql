with decided as (
    select * from {{ source('landed', 'programme_area_aliases') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

in_force as (
    select
        decided.alias,
        decided.area_id,
        decided.valid_from,
        decided.valid_to,
        decided.note
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
)

select * from in_force
