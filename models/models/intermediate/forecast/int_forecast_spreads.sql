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

interval_ends as (
    select
        frequency,
        history,
        {{ quantiles_by_step(0.1) }} as lower_80,
        {{ quantiles_by_step(0.9) }} as upper_80,
        {{ quantiles_by_step(0.025) }} as lower_95,
        {{ quantiles_by_step(0.975) }} as upper_95
    from quantiles
    group by frequency, history
),

spread as (
    select
        steps.series_id,
        steps.origin,
        steps.frequency,
        steps.history,
        steps.outcomes,
        list_transform(steps.scales, lambda scale: scale * coalesce(ratios.ratio, 1)) as spreads
    from steps
    left join ratios using (series_id)
),

spreads as (
    select
        spread.*,
        {{ scaled("spread.spreads", "interval_ends.lower_80") }} as lower_80,
        {{ scaled("spread.spreads", "interval_ends.upper_80") }} as upper_80,
        {{ scaled("spread.spreads", "interval_ends.lower_95") }} as lower_95,
        {{ scaled("spread.spreads", "interval_ends.upper_95") }} as upper_95
    from spread
    inner join interval_ends using (frequency, history)
)

select * from spreads
