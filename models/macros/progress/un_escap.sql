{#- Published method: distance gone from the baseline to the target, from -10 to 10 (UN ESCAP, current status). -#}
{% macro un_escap_current_status() %}
    with scored as (
        select
            *,
            {{ settled(
                'case when latest_period_end > baseline_date then 10 * ' ~ better('direction')
                ~ ' * (latest_value - baseline_value)'
                ~ ' / nullif(abs(target_value - baseline_value), 0) end'
            ) }} as score
        from {{ ref('int_progress_facts') }}
    )

    select
        indicator_id,
        area_id,
        'un_escap_current_status' as method,
        score,
        case
            when score is null then 'cannot_be_calculated'
            when score > 0 then 'progressed'
            when score < 0 then 'regressed'
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
            value,
            cast(period_index - min(period_index) over series + 1 as double) as weight,
            (period_index - max(period_index) over series)
            / {{ periods_per_year('frequency') }} as years
        from {{ ref('int_series') }}
        window series as (partition by indicator_id, area_id)
    ),

    sums as (
        select
            indicator_id,
            area_id,
            max(period_end) as period_end,
            {{ stable_sum('weight') }} as w,
            {{ stable_sum('weight * years') }} as wx,
            {{ stable_sum('weight * value') }} as wy,
            {{ stable_sum('weight * years * years') }} as wxx,
            {{ stable_sum('weight * years * value') }} as wxy
        from points
        group by indicator_id, area_id
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
            + lines.slope * {{ years_between('lines.period_end', "cast('" ~ var('programme_end') ~ "' as date)") }}
                as value_2030
        from {{ ref('int_progress_facts') }} as facts
        left join lines
            on facts.indicator_id = lines.indicator_id and facts.area_id = lines.area_id
    ),

    scored as (
        select
            *,
            {{ settled(
                'greatest(0, (target_value - value_2030) * ' ~ better('direction') ~ ')'
                ~ ' / nullif(abs(target_value - baseline_value), 0) * 100'
                ~ ' + case when value_2030 is null or target_value is null then null else 0 end'
            ) }} as score
        from extended
    )

    select
        indicator_id,
        area_id,
        'un_escap_anticipated_progress' as method,
        score,
        case
            when score is null then 'cannot_be_calculated'
            when score <= 10 then 'maintain'
            when score <= 100 then 'accelerate'
            else 'reverse'
        end as result
    from scored
{% endmacro %}
