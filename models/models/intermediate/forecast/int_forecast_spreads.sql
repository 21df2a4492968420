with steps as (
    select * from {{ ref('int_forecast_steps') }}
),

quantiles as (
    select * from {{ ref('int_forecast_quantiles') }}
),

-- whether this series misses by more or by less than the others, as far as there is evidence
ratios as (
    select
        scores.series_id,
        sqrt(
            ({{ stable_sum('abs(scores.score)') }} + 5)
            / ({{ stable_sum('quantiles.mean_absolute') }} + 5)
        ) as ratio
    from {{ ref('int_forecast_scores') }} as scores
    inner join quantiles using (frequency, history, step)
    group by scores.series_id
),

spreads as (
    select
        steps.series_id,
        steps.origin,
        steps.step,
        steps.outcome,
        steps.scale * coalesce(ratios.ratio, 1) as spread,
        quantiles.quantiles
    from steps
    inner join quantiles using (frequency, history, step)
    left join ratios using (series_id)
)

select * from spreads
