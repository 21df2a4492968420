{#-
A value of a view on the scale of the series again: the view undone, the season put back. A log stays
within one range of what was seen, so that no growth explodes.
-#}
{% macro restored(path, scales, bounds, step) -%}
    {%- set adjusted -%}
    case {{ path }}.seen_as
        when 'log' then exp(greatest(
            2 * ln({{ scales }}.lowest) - ln({{ scales }}.highest),
            least(2 * ln({{ scales }}.highest) - ln({{ scales }}.lowest), {{ path }}.view_value)
        ))
        when 'logit'
            then
                {{ bounds }}.lower_bound
                + ({{ bounds }}.upper_bound - {{ bounds }}.lower_bound)
                / (1 + exp(-{{ path }}.view_value))
        else {{ path }}.view_value
    end
    {%- endset -%}
    case
        when {{ path }}.seen_as = 'raw' then {{ path }}.view_value
        when {{ step }}.is_multiplicative then {{ adjusted }} * {{ step }}.season
        else {{ adjusted }} + {{ step }}.season
    end
{%- endmacro %}
