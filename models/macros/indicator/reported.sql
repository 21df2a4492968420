{#- Kind reported: the figure as sent. -#}
{% macro reported() %}
    select
        {{ part_columns() }},
        parts.value * registry.scale as value,
        'reported' as basis
    from {{ parts_of('reported', 'value') }}
{% endmacro %}
