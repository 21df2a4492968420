with backtests as (
    select * from {{ ref('int_forecast_backtests') }}
),

newest as (
    select
        indicator_id,
        area_id,
        {{ series_key('indicator_id', 'area_id') }} as series_id
    from {{ ref('int_series') }}
    where is_last
),

titles as (
    select * from {{ ref('forecast_methods') }}
),

titled as (
    select
        newest.indicator_id,
        newest.area_id,
        backtests.method,
        coalesce(titles.title_vi, backtests.method) as title_vi,
        coalesce(titles.title_en, backtests.method) as title_en,
        backtests.n_origins,
        backtests.mase,
        backtests.coverage_80,
        backtests.coverage_95,
        backtests.weight,
        backtests.is_selected
    from backtests
    inner join newest using (series_id)
    left join titles on backtests.method = titles.method
)

select * from titled
order by indicator_id, area_id, method
