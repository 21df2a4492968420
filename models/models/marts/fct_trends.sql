with trends as (
    select * from {{ ref('int_trends') }}
),

named as (
    select
        indicator_id,
        area_id,
        frequency,
        window_text as "window",
        break_date,
        slope_per_year,
        slope_lower_95,
        slope_upper_95,
        method,
        direction,
        n_points
    from trends
)

select * from named
order by indicator_id, area_id
