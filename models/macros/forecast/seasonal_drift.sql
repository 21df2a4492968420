{#
    The value of the same season a year before, moved on by the mean change from a year before; only while
    there are not yet two whole years, from which on the seasons are taken out of the points instead.
    views: series_id, origin, seen_as, points, steps, period. Rows: series_id, origin, seen_as, sse, path.
#}
{% macro forecast_seasonal_drift(views) %}
    {%- set value -%}
    points[len(points) - period + 1 + cast(step - 1 as integer) % period]
    + list_avg(list_transform(
        range(period + 1, len(points) + 1), lambda i: points[i] - points[i - period]
    ))
    {%- endset -%}
    {{ stated_path(views, value) }}
    where len(points) > period and len(points) < 2 * period
{% endmacro %}
