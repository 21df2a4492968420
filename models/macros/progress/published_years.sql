{#- Years between two periods as published methods count them: calendar years, for months in twelfths. -#}
{% macro published_years(earlier, later) -%}
    (date_diff('month', {{ earlier }}, {{ later }}) / 12.0)
{%- endmacro %}

{#- Sum of doubles in the order of periods, so that its last bits are the same in every run. -#}
{% macro sum_in_order(expression) -%}
    list_sum(list({{ expression }} order by period_index))
{%- endmacro %}
