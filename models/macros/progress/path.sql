{#- Whether a value meets a target: "over 98" is not met by 98. Six decimals decide. -#}
{% macro is_met(value, operator, target) -%}
    case {{ operator }}
        when 'ge' then {{ settled(value) }} >= {{ target }}
        when 'gt' then {{ settled(value) }} > {{ target }}
        when 'le' then {{ settled(value) }} <= {{ target }}
        when 'eq' then {{ settled(value) }} = {{ target }}
    end
{%- endmacro %}

{#- Years between two dates, of 365.25 days. -#}
{% macro years_between(earlier, later) -%}
    (date_diff('day', {{ earlier }}, {{ later }}) / 365.25)
{%- endmacro %}

{#- Value of the straight line between two dated points; past the second one it stays there. -#}
{% macro on_line(date, from_date, from_value, to_date, to_value) -%}
    case
        when {{ date }} >= {{ to_date }} then {{ to_value }}
        else
            {{ from_value }} + ({{ to_value }} - {{ from_value }})
            * date_diff('day', {{ from_date }}, {{ date }})
            / date_diff('day', {{ from_date }}, {{ to_date }})
    end
{%- endmacro %}

{#- Chance that a target is met, from a normal error around the projection; certain once a total that never falls has met it. -#}
{% macro probability_met(projected, spread, operator, target, direction) -%}
    case
        when {{ operator }} = 'le' or ({{ operator }} = 'eq' and {{ direction }} = 'down')
            then {{ normal_cdf('(' ~ target ~ ' - ' ~ projected ~ ') / ' ~ spread) }}
        else {{ normal_cdf('(' ~ projected ~ ' - ' ~ target ~ ') / ' ~ spread) }}
    end
{%- endmacro %}

{#- 1 where up is better, -1 where down is: turns a difference into an improvement. -#}
{% macro better(direction) -%}
    case when {{ direction }} = 'down' then -1 else 1 end
{%- endmacro %}
