with medians as (
    select * from {{ ref('int_forecast_candidates') }}
    where method = 'median' and origin > 0
),

steps as (
    select * from {{ ref('int_forecast_steps') }}
),

unfolded as (
    select
        steps.series_id,
        steps.origin,
        steps.frequency,
        steps.history,
        cast(generate_subscripts(medians.path, 1) as integer) as step,
        unnest(medians.path) as value,
        unnest(steps.outcomes) as outcome,
        unnest(steps.scales) as scale
    from medians
    inner join steps using (series_id, origin)
),

-- the median never saw the errors that it is held against; the weights did
scores as (
    select
        * exclude (value, outcome, scale),
        greatest(-1e6, least(1e6, (outcome - value) / scale)) as score
    from unfolded
    where scale > 0
)

select * from scores
