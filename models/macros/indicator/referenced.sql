{#- Published national and city figures of the same measure, for comparison lines. -#}
{% macro referenced() %}
    select
        {{ part_columns() }},
        parts.value,
        'reported' as basis
    from {{ ref('int_indicator_parts') }} as parts
    where parts.source = 'reference'
{% endmacro %}
