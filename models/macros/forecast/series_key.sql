{#- One text for a series, as the forecast models know it. -#}
{% macro series_key(indicator_id, area_id) -%}
    concat({{ indicator_id }}, '|', {{ area_id }})
{%- endmacro %}
