{#- Rows of int_forecast_scores by step; a step without a scale has no score. -#}
{% macro scores_by_step(scores) %}
    select * from (
        select
            series_id,
            origin,
            frequency,
            history,
            cast(generate_subscripts(scores, 1) as integer) as step,
            unnest(scores) as score
        from {{ scores }}
    )
    where score is not null
{% endmacro %}

{#
    What a score of each step is multiplied by: the scale of the step, times how much more or less than the
    others the series misses by as far as there is evidence, with the ends of the intervals that follow.
    Evidence are the errors that were known at the origin.
    Of the rows of `scores` (int_forecast_scores) that a condition chooses; `quantiles`: int_forecast_quantiles.
    Rows: series_id, origin, frequency, history, outcomes, spreads, lower_80, upper_80, lower_95, upper_95.
#}
{% macro forecast_spreads(scores, quantiles, condition) %}
    with by_step as (
        {{ scores_by_step(scores) }}
    ),

    chosen as (
        select * from {{ scores }}
        where {{ condition }}
    ),

    ratios as (
        select
            chosen.series_id,
            chosen.origin,
            -- one odd value counts as four usual errors, however odd it is
            ({{ stable_sum('least(abs(by_step.score), 4 * quantiles.mean_absolute)') }} + 10)
            / ({{ stable_sum('quantiles.mean_absolute') }} + 10) as ratio
        from chosen
        inner join by_step
            on
                chosen.series_id = by_step.series_id
                and by_step.step <= by_step.origin - chosen.origin
        inner join {{ quantiles }} as quantiles
            on
                by_step.frequency = quantiles.frequency
                and by_step.history = quantiles.history
                and by_step.step = quantiles.step
        group by chosen.series_id, chosen.origin
    ),

    interval_ends as (
        select
            frequency,
            history,
            {{ quantiles_by_step(0.1) }} as lower_80,
            {{ quantiles_by_step(0.9) }} as upper_80,
            {{ quantiles_by_step(0.025) }} as lower_95,
            {{ quantiles_by_step(0.975) }} as upper_95
        from {{ quantiles }}
        group by frequency, history
    ),

    spread as (
        select
            chosen.* exclude (scales, scores),
            list_transform(
                chosen.scales, lambda scale: scale * coalesce(ratios.ratio, 1)
            ) as spreads
        from chosen
        left join ratios using (series_id, origin)
    )

    select
        spread.*,
        {{ scaled("spread.spreads", "interval_ends.lower_80") }} as lower_80,
        {{ scaled("spread.spreads", "interval_ends.upper_80") }} as upper_80,
        {{ scaled("spread.spreads", "interval_ends.lower_95") }} as lower_95,
        {{ scaled("spread.spreads", "interval_ends.upper_95") }} as upper_95
    from spread
    inner join interval_ends using (frequency, history)
{% endmacro %}
