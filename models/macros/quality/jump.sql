{#-
Rule: a figure changes by far more than it usually does. Reads steps, running. Allowed are six spreads of the usual change
by the median deviation, and never less than a quarter of the level, five spreads of a count of that size, or ten;
what goes below zero is a change itself. A running total may grow by as much as is asked of it in all.
-#}
{% macro jump() %}
    with bounds as (
        select
            series_key,
            median(change) as usual_change,
            greatest(
                6 * 1.4826 * mad(change),
                0.25 * abs(median(value)),
                5 * sqrt(abs(median(value))),
                10
            ) as bound
        from steps
        where change is not null and kind != 'flow_ytd'
        group by series_key
        having count(*) >= 8 and min(value) >= 0
    ),

    leaps as (
        select
            steps.*,
            abs(steps.change - bounds.usual_change) > bounds.bound as is_leap
        from steps
        inner join bounds on steps.series_key = bounds.series_key
        left join running
            on
                steps.form = 'programme_tracking'
                and steps.measure = 'value'
                and steps.category = running.indicator_id
        where running.indicator_id is null or steps.change > running.target_value
    )

    -- the way back from a lone figure is no second leap
    select
        * exclude (is_leap),
        'số liệu nhảy bất thường' as what_vi,
        'the figure jumps' as what_en
    from leaps
    qualify
        is_leap
        and not coalesce(
            lag(is_leap) over (partition by series_key order by period_end, period_start), false
        )
{% endmacro %}
