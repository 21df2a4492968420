with remarks as (
    select * from {{ ref('stg_landed__remarks') }}
),

files as (
    select * from {{ ref('int_files_received') }}
),

places as (
    select * from {{ ref('int_areas_placed') }}
),

received as (
    select
        remarks.* exclude (area_id),
        case when places.place_id is null then remarks.area_id else places.area_id end as area_id,
        files.file_name,
        files.is_sample,
        files.recency
    from remarks
    inner join files on remarks.file_hash = files.file_hash
    left join places
        on
            remarks.area_text is not distinct from places.area_text
            and remarks.area_id is not distinct from places.landed_area_id
            and remarks.period_start = places.period_start
            and remarks.period_end = places.period_end
),

versioned as (
    select
        * exclude (recency),
        row_number() over (
            partition by
                form, remark, category, coalesce(area_id, area_text),
                frequency, period_start, period_end
            order by recency desc, sheet desc, cell_row desc, cell_column desc
        ) as version
    from received
)

select * from versioned
