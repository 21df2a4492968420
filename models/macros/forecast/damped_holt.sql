{#
    Damped trend (Gardner and McKenzie 1985), with a slow trend: a fast one follows noise.
    views: series_id, origin, seen_as, points, steps, period. Rows: series_id, origin, seen_as, sse, path.
#}
{% macro forecast_damped_holt(views) %}
    {{ trend_forecast(views, [0.1, 0.3, 0.5, 0.7, 0.9], [0.03], [0.8, 0.9, 0.98]) }}
{% endmacro %}
