with programme as (
    select * from {{ ref('stg_programme__programme') }}
),

areas as (
    select * from {{ ref('stg_programme__areas') }}
),

placed as (
    select
        programme.ward_id,
        wards.code as ward_code,
        wards.name as ward_vi,
        wards.name_en as ward_en,
        wards.valid_from as ward_valid_from,
        cities.area_id as city_id,
        regexp_replace(cities.name, '^(Thành phố|Tỉnh) ', '') as city,
        programme.title_vi,
        programme.title_en,
        programme.document_vi,
        programme.document_en,
        {{ programme_start() }} as first_date,
        {{ programme_end() }} as last_date,
        programme.first_shown_year,
        programme.neighbourhood_vi,
        programme.neighbourhood_short_vi,
        programme.neighbourhood_en
    from programme
    inner join areas as wards on programme.ward_id = wards.area_id
    left join areas as cities on wards.parent_area_id = cities.area_id
)

select * from placed
