{#
    A level that moves along a straight line which does not (Holt 1957, trend not smoothed).
    views: series_id, origin, seen_as, points, steps, period. Rows: series_id, origin, seen_as, sse, path.
#}
{% macro forecast_holt(views) %}
    {{ trend_forecast(views, [0.1, 0.3, 0.5, 0.7, 0.9], [0], [1]) }}
{% endmacro %}
