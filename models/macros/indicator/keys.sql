{#- One text for a series: what is measured, and where. -#}
{% macro series_key(indicator_id, area_id) -%}
    concat({{ indicator_id }}, '|', {{ area_id }})
{%- endmacro %}

{#- One text for an observation: its series at one frequency, from its first day to its last. -#}
{% macro observation_key() -%}
    concat_ws('|', indicator_id, area_id, frequency, period_start, period_end)
{%- endmacro %}
