with decided as (
    select * from {{ source('landed', 'programme_areas') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

in_force as (
    select
        decided.area_id,
        decided.code,
        decided.name,
        decided.name_en,
        decided.district,
        decided.level,
        decided.parent_area_id,
        decided.sort_order,
        decided.valid_from,
        decided.valid_to
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
)

select * from in_force
