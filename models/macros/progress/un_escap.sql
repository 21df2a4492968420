{#- Published method: distance gone from the baseline to the target, from -10 to 10 (UN ESCAP, current status). -#}
{% macro un_escap_current_status() %}
    with scored as (
        select
            *,
            case
                when latest_period_end > baseline_date
                    then
                        10 * {{ better('direction') }} * (latest_value - baseline_value)
                        / nullif(abs(target_value - baseline_value), 0)
            end as score
        from {{ ref('int_progress_facts') }}
    )

    select
        indicator_id,
        area_id,
        'un_escap_current_status' as method,
        score,
        cast(null as double) as scaled_score,
        case
            when score is null then 'cannot_be_calculated'
            when {{ settled('score') }} > 0 then 'progressed'
            when {{ settled('score') }} < 0 then 'regressed'
            else 'no_change'
        end as result
    from scored
{% endmacro %}

{#-
Published method: gap that a time-weighted regression line leaves at the programme's end, in percent of the way from the
baseline to the target (UN ESCAP, anticipated progress). Weights rise in proportion to the position in
time; the class limits are taken from descriptions of the method, not from its text.
-#}
{% macro un_escap_anticipated_progress() %}
    with spans as (
        select
            series_id,
            max(period_end) as period_end,
            min(period_index) as first_index,
            max(period_index) as last_index
        from {{ ref('int_trend_points') }}
        group by series_id
        having count(*) >= 2
    ),

    -- in order, for sums of doubles depend on it
    gathered as (
        select
            series_id,
            any_value(spans.period_end) as period_end,
            list_sort(list({
                'period_index': points.period_index,
                'weight': cast(points.period_index - spans.first_index + 1 as double),
                'years': (points.period_index - spans.last_index)
                / {{ periods_per_year('points.frequency') }},
                'value': points.value
            })) as points
        from {{ ref('int_trend_points') }} as points
        inner join spans using (series_id)
        group by series_id
    ),

    sums as (
        select
            series_id,
            period_end,
            list_sum(list_transform(points, lambda p: p.weight)) as w,
            list_sum(list_transform(points, lambda p: p.weight * p.years)) as wx,
            list_sum(list_transform(points, lambda p: p.weight * p.value)) as wy,
            list_sum(list_transform(points, lambda p: p.weight * p.years * p.years)) as wxx,
            list_sum(list_transform(points, lambda p: p.weight * p.years * p.value)) as wxy
        from gathered
    ),

    lines as (
        select
            *,
            (w * wxy - wx * wy) / nullif(w * wxx - wx * wx, 0) as slope
        from sums
    ),

    extended as (
        select
            facts.*,
            (lines.wy - lines.slope * lines.wx) / lines.w
            + lines.slope * {{ published_years('lines.period_end', programme_end()) }} as value_at_end
        from {{ ref('int_progress_facts') }} as facts
        left join lines using (series_id)
    ),

    scored as (
        select
            *,
            case
                when value_at_end is not null and target_value is not null
                    then
                        greatest(0, (target_value - value_at_end) * {{ better('direction') }})
                        / nullif(abs(target_value - baseline_value), 0) * 100
            end as score
        from extended
    )

    select
        indicator_id,
        area_id,
        'un_escap_anticipated_progress' as method,
        score,
        cast(null as double) as scaled_score,
        case
            when score is null then 'cannot_be_calculated'
            when {{ settled('score') }} <= 10 then 'maintain'
            when {{ settled('score') }} <= 100 then 'accelerate'
            else 'reverse'
        end as result
    from scored
{% endmacro %}
