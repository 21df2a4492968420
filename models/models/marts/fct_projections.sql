with forecasts as (
    select * from {{ ref('int_forecasts') }}
    where is_future and method = '{{ var("projection_methods")[0] }}'
),

projections as (
    select
        indicator_id,
        area_id,
        frequency,
        period_end,
        step,
        value,
        lower_80,
        upper_80,
        lower_95,
        upper_95,
        method
    from forecasts
)

select * from projections
order by indicator_id, area_id, step
