{#- The pace that reaches the goal when due, starting at the newest figure or on a coming 1 January. -#}
{% macro paces_needed(targets) %}
    with starts as (
        select
            *,
            unnest(
                [latest_period_end]
                || [
                    make_date(start_year, 1, 1)
                    for start_year in range(
                        year(greatest(latest_period_end, {{ as_of() }})) + 1, year(target_due) + 1
                    )
                    if make_date(start_year, 1, 1) < target_due
                ]
            ) as start_date
        from {{ targets }}
    )

    select
        series_id,
        'needed_from' as question,
        row_number() over (partition by series_id order by start_date) - 1 as position,
        start_date,
        (goal_level - latest_level) / {{ years_between('start_date', 'target_due') }}
            as pace_per_year
    from starts
{% endmacro %}

{#- Round paces from standing still to twice the needed one and past the present one, at most 60 steps. -#}
{% macro paces_offered(targets) %}
    with stepped as (
        select
            *,
            {{ round_step('(abs(required_per_year) * factor / 10)') }} as step
        from {{ targets }}
    ),

    counted as (
        select
            *,
            unnest(range(0, 1 + cast(least(60, ceil(
                greatest(
                    2 * abs(required_per_year),
                    1.1 * coalesce(sign(required_per_year) * actual_per_year, 0)
                ) * factor / step
            )) as integer))) as position
        from stepped
    )

    select
        series_id,
        'leads_to' as question,
        position,
        latest_period_end as start_date,
        sign(required_per_year) * position * step / factor as pace_per_year
    from counted
{% endmacro %}
