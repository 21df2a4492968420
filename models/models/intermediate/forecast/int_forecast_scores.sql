with medians as (
    select * from {{ ref('int_forecast_candidates') }}
    where method = 'median' and origin > 0
),

steps as (
    select * from {{ ref('int_forecast_steps') }}
    where scale > 0
),

-- the median never saw the errors that it is held against; the weights did
scores as (
    select
        steps.series_id,
        steps.origin,
        steps.step,
        steps.frequency,
        steps.history,
        greatest(-1e6, least(1e6, (steps.outcome - medians.value) / steps.scale)) as score
    from medians
    inner join steps using (series_id, origin, step)
)

select * from scores
