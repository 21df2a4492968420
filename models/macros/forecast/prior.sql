{#- A number of delivery_priors. -#}
{% macro prior(name) -%}
    (select value from {{ ref('delivery_priors') }} where prior_id = '{{ name }}')
{%- endmacro %}
