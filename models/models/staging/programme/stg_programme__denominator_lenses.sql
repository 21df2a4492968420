with decided as (
    select * from {{ source('landed', 'programme_denominator_lenses') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

in_force as (
    select
        decided.lens_id,
        decided.sort_order,
        decided.title_vi,
        decided.title_en,
        decided.form,
        decided.measures
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
)

select * from in_force
