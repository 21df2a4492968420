{#-
Published method: the value in 2030 if the compound growth rate went on, as a share of the way from the
baseline to the target (United Nations Statistics Division).
-#}
{% macro un_statistics_division() %}
    with projected as (
        select
            *,
            case
                when
                    latest_period_end > baseline_date
                    and baseline_value > 0 and latest_value > 0
                    then
                        latest_value * power(
                            latest_value / baseline_value,
                            {{ years_between('latest_period_end', "cast('" ~ var('programme_end') ~ "' as date)") }}
                            / {{ years_between('baseline_date', 'latest_period_end') }}
                        )
            end as value_2030
        from {{ ref('int_progress_facts') }}
    ),

    scored as (
        select
            *,
            {{ settled(
                '(value_2030 - baseline_value) / nullif(target_value - baseline_value, 0)'
            ) }} as score
        from projected
    )

    select
        indicator_id,
        area_id,
        'un_statistics_division' as method,
        score,
        case
            when score is null then 'cannot_be_calculated'
            when score >= 0.95 then 'met_or_on_track'
            when score >= 0.1 then 'accelerate'
            else 'stagnation_or_regression'
        end as result
    from scored
{% endmacro %}
