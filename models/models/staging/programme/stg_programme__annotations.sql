with decided as (
    select * from {{ source('landed', 'programme_annotations') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

in_force as (
    select
        decided.indicator_id,
        decided.area_id,
        decided.date as annotation_date,
        decided.text_vi,
        decided.text_en,
        decided.source
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
)

select * from in_force
