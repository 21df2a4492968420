with decided as (
    select * from {{ source('landed', 'programme_papers') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

in_force as (
    select
        decided.key,
        decided.text_vi,
        decided.text_en
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
)

select * from in_force
