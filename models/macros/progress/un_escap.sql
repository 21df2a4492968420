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
Published method: gap that a time-weighted regression line leaves in 2030, in percent of the way from the
baseline to the target (UN ESCAP, anticipated progress). Weights rise in proportion to the position in
time; the class limits are taken from descriptions of the method, not from its text.
-#}
{% macro un_escap_anticipated_progress() %}
    with points as (
        select
            indicator_id,
            area_id,
            period_end,
            period_index,
            value,
            cast(period_index - min(period_index) over series + 1 as double) as weight,
            (period_index - max(period_index) over series)
            / {{ periods_per_year('frequency') }} as years
        from {{ ref('int_trend_points') }}
        window series as (partition by indicator_id, area_id)
    ),

    sums as (
        select
            indicator_id,
            area_id,
            max(period_end) as period_end,
            {{ sum_in_order('weight') }} as w,
            {{ sum_in_order('weight * years') }} as wx,
            {{ sum_in_order('weight * value') }} as wy,
            {{ sum_in_order('weight * years * years') }} as wxx,
            {{ sum_in_order('weight * years * value') }} as wxy
        from points
        group by indicator_id, area_id
        having count(*) >= 2
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
            + lines.slope * {{ published_years('lines.period_end', programme_end()) }} as value_2030
        from {{ ref('int_progress_facts') }} as facts
        left join lines
            on facts.indicator_id = lines.indicator_id and facts.area_id = lines.area_id
    ),

    scored as (
        select
            *,
            case
                when value_2030 is not null and target_value is not null
                    then
                        greatest(0, (target_value - value_2030) * {{ better('direction') }})
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
