{#- Whether a unit is counted whole, and counts of areas add up. -#}
{% macro is_counted(unit) -%}
    {{ unit }} in ('people', 'cases', 'units', 'schools', 'events')
{%- endmacro %}
