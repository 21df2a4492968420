{#
    Simple exponential smoothing: the level now, carried forward, for want of any trend (phi = 0).
    views: series_id, origin, seen_as, points, steps, period. Rows: series_id, origin, seen_as, sse, path.
#}
{% macro forecast_ses(views) %}
    {{ trend_forecast(views, level_alphas(), [0], [0]) }}
{% endmacro %}

{% macro level_alphas() -%}
    {{ return([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.999]) }}
{%- endmacro %}
