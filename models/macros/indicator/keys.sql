{#- One text for a series: what is measured, and where; null where either is unknown. -#}
{% macro series_key(indicator_id, area_id) -%}
    {{ indicator_id }} || '|' || {{ area_id }}
{%- endmacro %}

{#- One text for an observation: its series at one frequency, from its first day to its last. -#}
{% macro observation_key() -%}
    {{ series_key('indicator_id', 'area_id') }}
    || '|' || frequency || '|' || period_start || '|' || period_end
{%- endmacro %}
