with forecasts as (
    select * from {{ ref('int_forecasts') }}
    where not is_future
),

series as (
    select * from {{ ref('int_series') }}
),

scales as (
    select
        indicator_id,
        area_id,
        {{ stable_mean('abs(change)') }} as one_step_change
    from {{ ref('int_series_changes') }}
    where horizon = 1
    group by indicator_id, area_id
),

scored as (
    select
        forecasts.*,
        abs(series.value - forecasts.value) as absolute_error,
        {{ is_inside('series.value', 'forecasts', 80) }} as is_inside_80,
        {{ is_inside('series.value', 'forecasts', 95) }} as is_inside_95
    from forecasts
    inner join series
        on
            forecasts.indicator_id = series.indicator_id
            and forecasts.area_id = series.area_id
            and forecasts.origin_index + forecasts.step = series.period_index
),

backtests as (
    select
        scored.indicator_id,
        scored.area_id,
        scored.method,
        cast(count(distinct scored.origin_index) as integer) as n_origins,
        {{ stable_mean('scored.absolute_error') }} / nullif(any_value(scales.one_step_change), 0)
            as mase,
        sum(scored.is_inside_80) / count(scored.is_inside_80) as coverage_80,
        sum(scored.is_inside_95) / count(scored.is_inside_95) as coverage_95,
        scored.method = '{{ var("projection_methods")[0] }}' as is_selected
    from scored
    left join scales
        on scored.indicator_id = scales.indicator_id and scored.area_id = scales.area_id
    group by scored.indicator_id, scored.area_id, scored.method
)

select * from backtests
order by indicator_id, area_id, method
