{#- Values of columns that are not found in their parents; pairs of {column, to, field}. -#}
{% test points_to(model, pairs) %}
    {%- for pair in pairs %}
    select distinct
        '{{ pair.column }}' as column_name,
        cast(child.{{ pair.column }} as varchar) as orphan
    from {{ model }} as child
    left join {{ pair.to }} as parent on child.{{ pair.column }} = parent.{{ pair.field }}
    where child.{{ pair.column }} is not null and parent.{{ pair.field }} is null
    {{ 'union all' if not loop.last }}
    {%- endfor %}
{% endtest %}
