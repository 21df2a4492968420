{#- The id of the ward whose programme this is. -#}
{% macro ward_id() -%}
    (select ward_id from {{ ref('stg_programme__programme') }})
{%- endmacro %}
