with candidates as (
    select * from {{ ref('int_forecast_candidates') }}
    where origin > 0
),

weights as (
    select * from {{ ref('int_forecast_weights') }}
),

leaders as (
    select * from {{ ref('int_forecast_leaders') }}
),

histories as (
    select
        series_id,
        list_avg(list_transform(
            range(1, n_points), lambda i: abs(observed[i + 1] - observed[i])
        )) as one_step_change
    from {{ ref('int_forecast_histories') }}
),

scored as (
    select
        candidates.series_id,
        candidates.method,
        candidates.origin,
        abs(spreads.outcome - candidates.value) / nullif(histories.one_step_change, 0) as error,
        {{ settled(interval_end('candidates.value', 'spreads', 0.1)) }} as lower_80,
        {{ settled(interval_end('candidates.value', 'spreads', 0.9)) }} as upper_80,
        {{ settled(interval_end('candidates.value', 'spreads', 0.025)) }} as lower_95,
        {{ settled(interval_end('candidates.value', 'spreads', 0.975)) }} as upper_95,
        {{ settled('spreads.outcome') }} as outcome
    from candidates
    inner join {{ ref('int_forecast_spreads') }} as spreads using (series_id, origin, step)
    inner join histories using (series_id)
),

backtests as (
    select
        series_id,
        method,
        cast(count(distinct origin) as integer) as n_origins,
        {{ stable_mean('least(1e9, error)') }} as mase,
        count_if(outcome between lower_80 and upper_80) / count(*) as coverage_80,
        count_if(outcome between lower_95 and upper_95) / count(*) as coverage_95
    from scored
    group by series_id, method
)

select
    weights.series_id,
    weights.method,
    coalesce(backtests.n_origins, 0) as n_origins,
    backtests.mase,
    backtests.coverage_80,
    backtests.coverage_95,
    weights.weight,
    weights.method = leaders.leading_method as is_selected
from weights
inner join leaders using (series_id)
left join backtests using (series_id, method)
