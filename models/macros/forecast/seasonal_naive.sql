{#
    The value of the same season a year before; the last value while there is no whole year.
    views: series_id, origin, seen_as, points, steps, period. Rows: series_id, origin, seen_as, sse, path.
#}
{% macro forecast_seasonal_naive(views) %}
    {%- set value -%}
    case
        when len(points) < period then points[-1]
        else points[len(points) - period + 1 + cast(step - 1 as integer) % period]
    end
    {%- endset -%}
    {{ stated_path(views, value) }}
{% endmacro %}
