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

{#- 1 where up is better, -1 where down is: turns a difference into an improvement. -#}
{% macro better(direction) -%}
    case when {{ direction }} = 'down' then -1 else 1 end
{%- endmacro %}

{#- How far a value falls short of a planned one; negative beyond it. To keep means neither above nor below. -#}
{% macro shortfall(value, planned, direction) -%}
    case {{ direction }}
        when 'keep' then abs({{ planned }} - {{ value }})
        else ({{ planned }} - {{ value }}) * {{ better(direction) }}
    end
{%- endmacro %}

{#- Share of the year gone at a period's end, but not beyond the as-of date: a figure for a running year. -#}
{% macro share_of_year_gone(period_end) -%}
    least(
        1.0,
        dayofyear(least({{ period_end }}, {{ as_of() }}))
        / dayofyear(make_date(year(least({{ period_end }}, {{ as_of() }})), 12, 31))
    )
{%- endmacro %}

{#- Age in days at which the newest figure is too old to judge: half a year, a year, two years. -#}
{% macro stale_after_days(frequency) -%}
    case {{ frequency }} when 'month' then 185 when 'quarter' then 370 else 740 end
{%- endmacro %}
