{#-
Published method: ratio of the observed to the required compound growth rate (Eurostat; Statistics Canada, whose
methodology Open SDG publishes): R = direction × ((y_t / y_0)^(1 / (t - t_0)) - 1) ÷ |(y_T / y_0)^(1 / (T - t_0)) - 1|.
A base or target of zero becomes 0.001, as published; a target that is reached is achieved whatever R says. Without
a target R is the observed growth, held against 1.5%, 0.5% and 0 a year, the first two times
C = 1 - (|y_0| / L)^4.44 near a natural limit L. The score runs from -5 to 5.
-#}
{% macro growth_rate_ratio() %}
    with replaced as (
        select
            *,
            {{ published_years('baseline_date', 'latest_period_end') }} as years,
            {{ published_years('baseline_date', 'target_due') }} as years_to_due,
            case baseline_value when 0 then 0.001 else baseline_value end as y_0,
            case target_value when 0 then 0.001 else target_value end as y_target,
            abs(case direction when 'down' then lower_bound else upper_bound end) as natural_limit
        from {{ ref('int_progress_facts') }}
    ),

    rated as (
        select
            *,
            {{ better('direction') }} as sign,
            case
                when years > 0 and latest_value / y_0 >= 0
                    then power(latest_value / y_0, 1 / years) - 1
            end as observed,
            case
                when years_to_due > 0 and y_target / y_0 > 0
                    then power(y_target / y_0, 1 / years_to_due) - 1
            end as required,
            case
                when natural_limit is null or abs(y_0) >= 2 * natural_limit then 1
                when abs(y_0) <= natural_limit then 1 - power(abs(y_0) / natural_limit, 4.44)
                else 1 - power((2 * natural_limit - abs(y_0)) / natural_limit, 4.44)
            end as limit_factor
        from replaced
    ),

    valued as (
        select
            *,
            target_value is not null and years > 0
            and (latest_value - target_value) * sign >= 0 as is_achieved,
            case
                when target_value is not null
                    then case when abs(required) > 1e-9 then sign * observed / abs(required) end
                when target_cadence is null and direction != 'keep' then sign * observed
            end as score
        from rated
    )

    select
        indicator_id,
        area_id,
        'growth_rate_ratio' as method,
        score,
        case
            when is_achieved then 5
            when target_value is not null then {{ growth_ratio_score('score') }}
            else {{ growth_score('score', 'limit_factor') }}
        end as scaled_score,
        case
            when is_achieved then 'target_achieved'
            when score is null then 'cannot_be_calculated'
            when {{ settled('score') }} < 0 then 'deterioration'
            when
                {{ settled('score') }}
                >= case when target_value is not null then 0.95 else 0.015 * limit_factor end
                then 'substantial_progress'
            when
                {{ settled('score') }}
                >= case when target_value is not null then 0.6 else 0.005 * limit_factor end
                then 'moderate_progress'
            else 'limited_progress'
        end as result
    from valued
{% endmacro %}

{#- Score of a ratio: -5 at -60% and below, 0 at 60%, 5 at 130% and above, straight between. -#}
{% macro growth_ratio_score(ratio) -%}
    case
        when {{ ratio }} >= 0.6 then least(5, ({{ ratio }} - 0.6) / 0.7 * 5)
        else greatest(-5, ({{ ratio }} - 0.6) / 1.2 * 5)
    end
{%- endmacro %}

{#- Score of a growth without target: -5 at -2% a year, -2.5 at 0, 0 at 0.5%, 2.5 at 1.5%, 5 at 2%; above 0 times the limit factor. -#}
{% macro growth_score(growth, limit_factor) -%}
    case
        when {{ growth }} < 0 then greatest(-5, 125 * {{ growth }} - 2.5)
        when {{ limit_factor }} = 0 then 5
        when {{ growth }} >= 0.015 * {{ limit_factor }}
            then least(5, 500 * {{ growth }} / {{ limit_factor }} - 5)
        when {{ growth }} >= 0.005 * {{ limit_factor }}
            then 250 * {{ growth }} / {{ limit_factor }} - 1.25
        else 500 * {{ growth }} / {{ limit_factor }} - 2.5
    end
{%- endmacro %}
