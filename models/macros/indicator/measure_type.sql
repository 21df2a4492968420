{#- Whether a row of the registry is a stock at a date, a flow over a period, or a ratio. -#}
{% macro measure_type(registry) -%}
    case
        when
            {{ registry }}.kind in ('ratio', 'share_of_areas', 'median_duration')
            or {{ registry }}.temporal_aggregation = 'recompute'
            then 'ratio'
        when {{ registry }}.temporal_aggregation = 'sum' then 'flow'
        else 'stock'
    end
{%- endmacro %}
