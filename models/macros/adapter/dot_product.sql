{#- Sum of the products of two lists of equal length, place by place and in order. -#}
{% macro dot_product(left, right) -%}
    {{ return(adapter.dispatch("dot_product")(left, right)) }}
{%- endmacro %}

{% macro duckdb__dot_product(left, right) -%} list_dot_product({{ left }}, {{ right }}) {%- endmacro %}

{% macro spark__dot_product(left, right) -%}
    aggregate(
        zip_with({{ left }}, {{ right }}, {{ lambda("a, b") }} a * b),
        cast(0 as double),
        {{ lambda("total, product") }} total + product
    )
{%- endmacro %}
