{#-
What a yearly duty asks: to hold in every period (a stock or a ratio), that the year brings none (total_zero), at
least so many (quota_up: also what is fulfilled step by step), or at most so many (quota_down).
-#}
{% macro duty_kind(target, registry) -%}
    case
        when {{ target }}.default_path = 'within_year' or {{ registry }}.temporal_aggregation = 'sum'
            then
                case
                    when {{ target }}.operator in ('ge', 'gt') then 'quota_up'
                    when {{ target }}.operator = 'eq' and {{ registry }}.direction = 'up'
                        then 'quota_up'
                    when {{ target }}.target_value = 0 then 'total_zero'
                    else 'quota_down'
                end
        else 'hold'
    end
{%- endmacro %}

{#- Share of the normal distribution below so many standard deviations, by the logistic curve next to it. -#}
{% macro normal_share_below(deviations) -%}
    (
        case
            when {{ deviations }} > 20 then 1
            when {{ deviations }} < -20 then 0
            else 1 / (1 + exp(-1.702 * {{ deviations }}))
        end
    )
{%- endmacro %}
