{#- Keep a value inside bounds that may be missing; a missing value stays missing. -#}
{% macro clamp(value, lower, upper) -%}
    case
        when {{ value }} is null then null
        when {{ lower }} is not null and {{ value }} < {{ lower }} then {{ lower }}
        when {{ upper }} is not null and {{ value }} > {{ upper }} then {{ upper }}
        else {{ value }}
    end
{%- endmacro %}
