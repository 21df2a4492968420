with candidates as (
    select * from {{ ref('int_forecast_candidates') }}
    where origin > 0
),

spreads as (
    select * from {{ ref('int_forecast_spreads') }}
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
        nullif(list_avg(list_transform(
            range(1, n_points), lambda i: abs(observed[i + 1] - observed[i])
        )), 0) as one_step_change
    from {{ ref('int_forecast_histories') }}
),

missed as (
    select
        candidates.series_id,
        candidates.origin,
        candidates.method,
        list_transform(
            candidates.path, {{ lambda("value, step") }} spreads.outcomes[step] - value
        ) as errors
    from candidates
    inner join spreads using (series_id, origin)
),

scored as (
    select
        missed.series_id,
        missed.method,
        len(missed.errors) as n_steps,
        {{ stable_list_sum("missed.errors", "least(1e9, abs(value) / histories.one_step_change)") }}
            as error,
        {{ n_within("missed.errors", "spreads", 80) }} as n_covered_80,
        {{ n_within("missed.errors", "spreads", 95) }} as n_covered_95
    from missed
    inner join spreads using (series_id, origin)
    inner join histories using (series_id)
),

backtests as (
    select
        series_id,
        method,
        cast(count(*) as integer) as n_origins,
        cast(sum(error) as double) / sum(n_steps) as mase,
        sum(n_covered_80) / sum(n_steps) as coverage_80,
        sum(n_covered_95) / sum(n_steps) as coverage_95
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
