{#- One id for an object from its columns; a null is told from an empty text. -#}
{% macro hash_of(columns) -%}
    md5(concat_ws('|'
    {%- for column in columns -%}
        , coalesce(cast({{ column }} as varchar), '-')
    {%- endfor -%}
    ))
{%- endmacro %}
