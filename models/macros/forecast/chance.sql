{#-
Chance that a forecast (columns value, spread, quantiles, floor, upper_bound, gives_chance of
int_forecasts) reaches a number or more; null where the rules give no chance.
-#}
{% macro probability_at_least(forecast, target) -%}
    case
        when not {{ forecast }}.gives_chance then null
        when {{ target }} <= {{ forecast }}.floor then 1
        when {{ target }} > {{ forecast }}.upper_bound then 0
        when {{ forecast }}.spread = 0
            then case when {{ forecast }}.value >= {{ target }} then 0.995 else 0.005 end
        else
            1 - {{ share_below(
                '((' ~ target ~ ' - ' ~ forecast ~ '.value) / ' ~ forecast ~ '.spread)',
                forecast ~ '.quantiles'
            ) }}
    end
{%- endmacro %}

{#- Chance that a forecast ends at a number or less. -#}
{% macro probability_at_most(forecast, target) -%}
    case
        when not {{ forecast }}.gives_chance then null
        when {{ target }} < {{ forecast }}.floor then 0
        when {{ target }} >= {{ forecast }}.upper_bound then 1
        when {{ forecast }}.spread = 0
            then case when {{ forecast }}.value <= {{ target }} then 0.995 else 0.005 end
        else
            {{ share_below(
                '((' ~ target ~ ' - ' ~ forecast ~ '.value) / ' ~ forecast ~ '.spread)',
                forecast ~ '.quantiles'
            ) }}
    end
{%- endmacro %}

{#- Chance that a target is met: what counts down, or a number to come down to, by as much or less. -#}
{% macro chance_met(forecast, operator, target, direction) -%}
    case
        when {{ operator }} = 'le' or ({{ operator }} = 'eq' and {{ direction }} = 'down')
            then {{ probability_at_most(forecast, target) }}
        else {{ probability_at_least(forecast, target) }}
    end
{%- endmacro %}

{#- The number from which on a target counts as met: of what is counted whole, half a unit before or beyond it. -#}
{% macro decisive_value(operator, target, half_unit, direction) -%}
    case
        when
            {{ operator }} in ('gt', 'le')
            or ({{ operator }} = 'eq' and {{ direction }} = 'down')
            then {{ target }} + {{ half_unit }}
        else {{ target }} - {{ half_unit }}
    end
{%- endmacro %}
