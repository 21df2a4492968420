{#- The number that a text of hexadecimal digits stands for. -#}
{% macro hex_number(text) -%}
    {{ return(adapter.dispatch("hex_number")(text)) }}
{%- endmacro %}

{% macro duckdb__hex_number(text) -%} cast(concat('0x', {{ text }}) as integer) {%- endmacro %}

{% macro spark__hex_number(text) -%} cast(conv({{ text }}, 16, 10) as integer) {%- endmacro %}
