with decided as (
    select * from {{ source('landed', 'programme_breaks') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

in_force as (
    select
        decided.indicator_id,
        decided.area_id,
        decided.break_date,
        decided.kind,
        decided.reason_vi,
        decided.reason_en
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
)

select * from in_force
