{#
    The last value, moved on by the mean change from the first to the last.
    views: series_id, origin, seen_as, points, steps, period. Rows: series_id, origin, seen_as, sse, path.
#}
{% macro forecast_drift(views) %}
    {%- set value -%}
    points[-1] + (points[-1] - points[1]) / greatest(len(points) - 1, 1) * step
    {%- endset -%}
    {{ stated_path(views, value) }}
{% endmacro %}
