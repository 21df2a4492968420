{#- Parts of the indicators of one kind in one role, with their registry row as registry. -#}
{% macro parts_of(kind, role) -%}
    {{ ref('int_indicator_parts') }} as parts
    inner join {{ ref('stg_programme__indicators') }} as registry
        on
            parts.indicator_id = registry.indicator_id
            and registry.kind = '{{ kind }}'
            and parts.source = 'primary'
            and parts.role = '{{ role }}'
{%- endmacro %}

{#- The columns that name an observation and say where its part came from. -#}
{% macro part_columns(part='parts') -%}
    {{ part }}.indicator_id,
    {{ part }}.source,
    {{ part }}.area_id,
    {{ part }}.frequency,
    {{ part }}.period_start,
    {{ part }}.period_end,
    {{ part }}.received_at,
    {{ part }}.is_sample,
    {{ part }}.is_approximate,
    {{ part }}.is_crosswalk,
    {{ part }}.assumed_share
{%- endmacro %}
