{#- A number and a date as readers write them: 1234,5 and 31/10/2026 in Vietnamese. -#}
{% macro number_text(number, language) -%}
    {%- set text = "regexp_replace(cast(cast(" ~ number ~ " as decimal(18, 2)) as varchar), '[.]?0*$', '')" -%}
    {{ "replace(" ~ text ~ ", '.', ',')" if language == 'vi' else text }}
{%- endmacro %}

{% macro date_text(date, language) -%}
    strftime({{ date }}, '{{ '%d/%m/%Y' if language == 'vi' else '%Y-%m-%d' }}')
{%- endmacro %}
