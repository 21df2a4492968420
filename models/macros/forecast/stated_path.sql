{#- Rows of a method that fits nothing: its value at each `step` follows from the points as they are. -#}
{% macro stated_path(views, value) %}
    select
        series_id,
        origin,
        seen_as,
        cast(null as double) as sse,
        list_transform(steps, lambda step: {{ value }}) as path
    from {{ views }}
{% endmacro %}
