{#- First and last day of the programme, from its one row: paths start before the first, series are extended to the last. -#}
{% macro programme_start() -%}
    (select make_date(first_year, 1, 1) from {{ ref('stg_programme__programme') }})
{%- endmacro %}

{% macro programme_end() -%}
    (select make_date(last_year, 12, 31) from {{ ref('stg_programme__programme') }})
{%- endmacro %}
