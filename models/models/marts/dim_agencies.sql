with agencies as (
    select * from {{ ref('stg_programme__agencies') }}
),

named as (
    select
        agency_id,
        name_vi,
        name_en,
        short_vi
    from agencies
)

select * from named
order by agency_id
