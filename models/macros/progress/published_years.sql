{#- Years between two periods as published methods count them: calendar years, for months in twelfths. -#}
{% macro published_years(earlier, later) -%}
    (date_diff('month', {{ earlier }}, {{ later }}) / 12.0)
{%- endmacro %}

{#- The end of the programme, to which some methods extend a series. -#}
{% macro programme_end() -%}
    cast('{{ var("programme_end") }}' as date)
{%- endmacro %}

{#- Sum of doubles in the order of periods, so that its last bits are the same in every run. -#}
{% macro sum_in_order(expression) -%}
    list_sum(list({{ expression }} order by period_index))
{%- endmacro %}
