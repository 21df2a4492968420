{#- The id of the ward whose programme this is: of the areas of that level in force, the first. -#}
{% macro ward_id() -%}
    (
        select arg_min(area_id, sort_order)
        from {{ ref('stg_programme__areas') }}
        where level = 'ward' and valid_to is null
    )
{%- endmacro %}
