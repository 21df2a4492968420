with forecasts as (
    select * from {{ ref('int_projections') }}
),

newest as (
    select * from {{ ref('int_series') }}
    where is_last
),

projections as (
    select
        newest.indicator_id,
        newest.area_id,
        newest.frequency,
        {{ period_end_after('newest.period_end', 'newest.frequency', 'forecasts.step') }}
            as period_end,
        forecasts.step,
        forecasts.value,
        forecasts.lower_80,
        forecasts.upper_80,
        forecasts.lower_95,
        forecasts.upper_95,
        forecasts.method,
        forecasts.method_vi
    from forecasts
    inner join newest using (series_id)
)

select * from projections
order by indicator_id, area_id, step
