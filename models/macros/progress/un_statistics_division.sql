{#-
Published method: the value in the programme's last year T if the compound growth rate went on, v_t (v_t / v_b)^((T - t) / (t - b)), as
a share of the way from the baseline to the target (United Nations Statistics Division, progress chart).
-#}
{% macro un_statistics_division() %}
    with projected as (
        select
            *,
            case
                when
                    latest_period_end > baseline_date
                    and baseline_value > 0 and latest_value >= 0
                    then
                        latest_value * power(
                            latest_value / baseline_value,
                            {{ published_years('latest_period_end', programme_end()) }}
                            / {{ published_years('baseline_date', 'latest_period_end') }}
                        )
            end as value_at_end
        from {{ ref('int_progress_facts') }}
    ),

    scored as (
        select
            *,
            (value_at_end - baseline_value) / nullif(target_value - baseline_value, 0) as score
        from projected
    )

    select
        indicator_id,
        area_id,
        'un_statistics_division' as method,
        score,
        cast(null as double) as scaled_score,
        case
            when score is null then 'cannot_be_calculated'
            when {{ settled('score') }} >= 0.95 then 'met_or_on_track'
            when {{ settled('score') }} >= 0.1 then 'accelerate'
            else 'stagnation_or_regression'
        end as result
    from scored
{% endmacro %}
