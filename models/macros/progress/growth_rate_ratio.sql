{#-
Published method: ratio of the observed to the required compound growth rate (Eurostat, Statistics Canada,
Open SDG); zeros become 0.001 as published. Without a target: 1.5%, 0.5% and 0 a year, times
1 - (|y0| / L)^4.44 near a natural limit L.
-#}
{% macro growth_rate_ratio() %}
    with replaced as (
        select
            facts.*,
            registry.upper_bound,
            {{ years_between('facts.baseline_date', 'facts.latest_period_end') }} as years,
            {{ years_between('facts.baseline_date', 'facts.target_due') }} as years_to_due,
            case facts.baseline_value when 0 then 0.001 else facts.baseline_value end as y_0,
            case facts.latest_value when 0 then 0.001 else facts.latest_value end as y_t,
            case facts.target_value when 0 then 0.001 else facts.target_value end as y_target
        from {{ ref('int_progress_facts') }} as facts
        inner join {{ ref('indicators') }} as registry
            on facts.indicator_id = registry.indicator_id
    ),

    rated as (
        select
            *,
            {{ better('direction') }} as sign,
            case when years > 0 and y_t / y_0 > 0 then power(y_t / y_0, 1 / years) - 1 end
                as observed,
            case
                when years_to_due > 0 and y_target / y_0 > 0
                    then power(y_target / y_0, 1 / years_to_due) - 1
            end as required,
            case
                when upper_bound > 0 then 1 - power(least(abs(y_0) / upper_bound, 1), 4.44) else 1
            end as limit_factor
        from replaced
    ),

    scored as (
        select
            *,
            target_value is not null as is_against_target,
            {{ settled(
                'case when target_value is not null'
                ~ ' then case when abs(required) > 1e-9 then sign * observed / abs(required) end'
                ~ " when direction != 'keep' then sign * observed end"
            ) }} as score,
            case when target_value is not null then 1 else limit_factor end as factor
        from rated
    )

    select
        indicator_id,
        area_id,
        'growth_rate_ratio' as method,
        score,
        case
            when score is null then 'cannot_be_calculated'
            when score < 0 then 'deterioration'
            when score >= case when is_against_target then 0.95 else 0.015 * factor end
                then 'substantial_progress'
            when score >= case when is_against_target then 0.6 else 0.005 * factor end
                then 'moderate_progress'
            else 'limited_progress'
        end as result
    from scored
{% endmacro %}
