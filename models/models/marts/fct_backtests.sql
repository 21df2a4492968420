with origins as (
    select * from {{ ref('int_forecast_origins') }}
    where origin = 0
),

candidates as (
    select * from {{ ref('int_forecast_candidates') }}
    where origin > 0
),

weights as (
    select * from {{ ref('int_forecast_weights') }}
),

mixes as (
    select * from {{ ref('int_forecast_mixes') }}
),

scores as (
    select * from {{ ref('int_forecast_scores') }}
),

quantiles as (
    select * from {{ ref('int_forecast_quantiles') }}
),

newest as (
    select * from {{ ref('int_series') }}
    where is_last
),

titles as (
    select * from {{ ref('forecast_methods') }}
),

spreads as (
    {{ forecast_spreads('scores', 'quantiles', 'origin > 0') }}
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
        {{ stable_list_sum("missed.errors", "least(1e9, abs(value) / origins.one_step_change)") }}
            as error,
        {{ n_within("missed.errors", "spreads", 80) }} as n_covered_80,
        {{ n_within("missed.errors", "spreads", 95) }} as n_covered_95
    from missed
    inner join spreads using (series_id, origin)
    inner join origins using (series_id)
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
    newest.indicator_id,
    newest.area_id,
    weights.method,
    coalesce(titles.title_vi, weights.method) as title_vi,
    coalesce(titles.title_en, weights.method) as title_en,
    coalesce(backtests.n_origins, 0) as n_origins,
    backtests.mase,
    backtests.coverage_80,
    backtests.coverage_95,
    weights.weight,
    weights.method = mixes.leading_method as is_selected
from weights
inner join newest using (series_id)
inner join mixes using (series_id)
left join backtests using (series_id, method)
left join titles on weights.method = titles.method
order by newest.indicator_id, newest.area_id, weights.method
