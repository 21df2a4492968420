{#-
A path of a view on the scale of the series again: the view undone, the season put back. A log stays
within one range of what was seen, so that no growth explodes. Reads int_forecast_paths and int_forecast_origins.
-#}
{% macro restored(paths, origins) -%}
    {%- set lowest = "ln(list_min(" ~ origins ~ ".adjusted))" -%}
    {%- set highest = "ln(list_max(" ~ origins ~ ".adjusted))" -%}
    {%- set adjusted -%}
    case {{ paths }}.seen_as
        when 'log'
            then list_transform({{ paths }}.path, lambda value: exp(greatest(
                2 * {{ lowest }} - {{ highest }}, least(2 * {{ highest }} - {{ lowest }}, value)
            )))
        when 'logit'
            then list_transform({{ paths }}.path, lambda value:
                {{ origins }}.lower_bound
                + ({{ origins }}.upper_bound - {{ origins }}.lower_bound) / (1 + exp(-value))
            )
        else {{ paths }}.path
    end
    {%- endset -%}
    case
        when {{ paths }}.seen_as = 'raw' then {{ paths }}.path
        when {{ origins }}.is_multiplicative
            then list_transform(
                {{ adjusted }},
                {{ lambda("value, step") }} value * {{ origins }}.seasons_ahead[step]
            )
        else list_transform(
            {{ adjusted }}, {{ lambda("value, step") }} value + {{ origins }}.seasons_ahead[step]
        )
    end
{%- endmacro %}
