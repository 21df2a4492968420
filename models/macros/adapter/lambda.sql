{#-
Opening of a function of several parameters, `{{ lambda("acc, x") }} acc + x`. The linter reads DuckDB's only with
brackets, DuckDB reads it only without.
-#}
{% macro lambda(parameters) -%}
    {{ return(adapter.dispatch("lambda")(parameters)) }}
{%- endmacro %}

{% macro duckdb__lambda(parameters) -%}
    lambda {{ "(" ~ parameters ~ ")" if target.name == "lint" else parameters }}:
{%- endmacro %}

{% macro spark__lambda(parameters) -%} ({{ parameters }}) -> {%- endmacro %}
