with shipped as (
    select
        *,
        {{ forecast_quantile_list() }} as quantiles
    from {{ ref('forecast_quantiles') }}
),

wanted as (
    select
        frequency,
        history,
        cast(unnest(range(1, max(horizon) + 1)) as integer) as step
    from {{ ref('int_forecast_origins') }}
    group by frequency, history
),

-- past the last shipped step errors grow on as they do up to it
expected as (
    select
        wanted.*,
        power(wanted.step / shipped.step, 0.75) as growth,
        shipped.mean_absolute * growth as mean_absolute,
        list_transform(shipped.quantiles, lambda q: q * growth) as quantiles
    from wanted
    asof inner join shipped
        on
            wanted.frequency = shipped.frequency
            and wanted.history = shipped.history
            and wanted.step >= shipped.step
),

scores as (
    {{ scores_by_step(ref('int_forecast_scores')) }}
),

seen as (
    select
        frequency,
        history,
        step,
        count(*) as n_scores,
        {{ stable_mean('abs(score)') }} as mean_absolute,
        quantile_cont(score, {{ forecast_probabilities() }}) as quantiles
    from scores
    group by frequency, history, step
),

-- the shipped quantiles weigh as much as 200 scores of the series at hand
blended as (
    select
        expected.frequency,
        expected.history,
        expected.step,
        coalesce(seen.n_scores, 0) as n_scores,
        coalesce(seen.n_scores, 0) / (coalesce(seen.n_scores, 0) + 200) as own_share,
        (1 - own_share) * expected.mean_absolute + own_share * coalesce(seen.mean_absolute, 0)
            as mean_absolute,
        list_transform(
            expected.quantiles,
            {{ lambda("q, i") }} (1 - own_share) * q + own_share * coalesce(seen.quantiles[i], 0)
        ) as quantiles,
        ((1 - own_share) * expected.mean_absolute + own_share * seen.mean_absolute)
        / expected.mean_absolute as stretch
    from expected
    left join seen using (frequency, history, step)
),

-- a step that no back-test reaches keeps how the last reached one differs from what is shipped
carried as (
    select
        * replace (
            case
                when n_scores > 0 then 1
                else coalesce(last_value(stretch ignore nulls) over reached, 1)
            end as stretch
        )
    from blended
    window reached as (
        partition by frequency, history order by step
        rows between unbounded preceding and current row
    )
)

select
    frequency,
    history,
    step,
    cast(n_scores as integer) as n_scores,
    mean_absolute * stretch as mean_absolute,
    list_transform(quantiles, lambda q: q * stretch) as quantiles
from carried
