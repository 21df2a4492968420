{#- Kind count_of_records: records that stand in the list at the report date, each once. -#}
{% macro count_of_records() %}
    select
        {{ part_columns() }},
        parts.value as value,
        'computed' as basis
    from {{ parts_of('count_of_records', 'value') }}
{% endmacro %}
