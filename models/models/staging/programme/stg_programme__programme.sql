with decided as (
    select * from {{ source('landed', 'programme_programme') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

in_force as (
    select
        decided.ward_id,
        decided.title_vi,
        decided.title_en,
        decided.document_vi,
        decided.document_en,
        decided.first_year,
        decided.last_year,
        decided.first_shown_year,
        decided.neighbourhood_vi,
        decided.neighbourhood_short_vi,
        decided.neighbourhood_en
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
)

select * from in_force
