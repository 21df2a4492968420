with origins as (
    select * from {{ ref('int_forecast_origins') }}
),

candidates as (
    select * from {{ ref('int_forecast_candidates') }}
),

weights as (
    select * from {{ ref('int_forecast_weights') }}
    where origin = 0
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

-- each method, the mix of them as it would have been then, and the simplest guess: the last value
tried as (
    select
        series_id,
        origin,
        method,
        path
    from candidates
    where origin > 0
    union all
    select
        series_id,
        origin,
        'mix' as method,
        path
    from mixes
    where origin > 0
    union all
    select
        series_id,
        origin,
        'simplest' as method,
        list_transform(outcomes, lambda outcome: points[-1]) as path
    from origins
    where origin > 0
),

missed as (
    select
        tried.series_id,
        tried.origin,
        tried.method,
        list_transform(
            tried.path, {{ lambda("value, step") }} spreads.outcomes[step] - value
        ) as errors
    from tried
    inner join spreads using (series_id, origin)
),

scored as (
    select
        missed.series_id,
        missed.method,
        len(missed.errors) as n_steps,
        case
            when origins.one_step_change is not null
                then
                    {{ stable_list_sum(
                        "missed.errors", "least(1e9, abs(value) / origins.one_step_change)",
                    ) }}
        end as error,
        {{ n_within("missed.errors", "spreads", 80) }} as n_covered_80,
        {{ n_within("missed.errors", "spreads", 95) }} as n_covered_95
    from missed
    inner join spreads using (series_id, origin)
    inner join origins using (series_id, origin)
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
),

compared as (
    select
        mix.*,
        mix.mase / nullif(simplest.mase, 0) as relative_error
    from backtests as mix
    inner join backtests as simplest using (series_id)
    where mix.method = 'mix' and simplest.method = 'simplest'
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
    weights.method = projected.leading_method as is_selected,
    compared.relative_error as mix_relative_error,
    compared.coverage_80 as mix_coverage_80,
    compared.coverage_95 as mix_coverage_95
from weights
inner join newest using (series_id)
inner join mixes as projected on weights.series_id = projected.series_id and projected.origin = 0
left join backtests on weights.series_id = backtests.series_id and weights.method = backtests.method
left join compared on weights.series_id = compared.series_id
left join titles on weights.method = titles.method
order by newest.indicator_id, newest.area_id, weights.method
