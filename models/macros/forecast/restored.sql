{#-
A path of a view on the scale of the series again: the view undone, the season put back. A log stays
within one range of what was seen, so that no growth explodes.
-#}
{% macro restored(paths, scales, bounds, steps) -%}
    {%- set adjusted -%}
    case {{ paths }}.seen_as
        when 'log'
            then list_transform({{ paths }}.path, lambda value: exp(greatest(
                2 * ln({{ scales }}.lowest) - ln({{ scales }}.highest),
                least(2 * ln({{ scales }}.highest) - ln({{ scales }}.lowest), value)
            )))
        when 'logit'
            then list_transform({{ paths }}.path, lambda value:
                {{ bounds }}.lower_bound
                + ({{ bounds }}.upper_bound - {{ bounds }}.lower_bound) / (1 + exp(-value))
            )
        else {{ paths }}.path
    end
    {%- endset -%}
    case
        when {{ paths }}.seen_as = 'raw' then {{ paths }}.path
        when {{ steps }}.is_multiplicative
            then list_transform(
                {{ adjusted }}, {{ lambda("value, step") }} value * {{ steps }}.seasons[step]
            )
        else list_transform(
            {{ adjusted }}, {{ lambda("value, step") }} value + {{ steps }}.seasons[step]
        )
    end
{%- endmacro %}
