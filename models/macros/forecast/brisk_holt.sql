{#
    A trend that follows the last points quickly, for long smooth series.
    views: series_id, origin, seen_as, points, steps, period. Rows: series_id, origin, seen_as, sse, path.
#}
{% macro forecast_brisk_holt(views) %}
    {{ trend_forecast(views, [0.5, 0.7, 0.9], [0.15, 0.4], [0.9, 1]) }}
{% endmacro %}
