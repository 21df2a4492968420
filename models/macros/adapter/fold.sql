{#
    Folds a list of numbers from left to right into a struct of doubles.
    start: name -> first value; step: name -> next value, written with `acc.<name>` for the values
    so far and fold_item() for the number at hand. Exact and in order, so every run gives the same
    bits.
#}
{% macro fold(items, start, step) -%}
    {{ return(adapter.dispatch("fold")(items, start, step)) }}
{%- endmacro %}

{% macro fold_item() -%}
    {{ return(adapter.dispatch("fold_item")()) }}
{%- endmacro %}

{#
    DuckDB folds a list of what it returns, so the state leads the list, and every number comes after it as
    a state that holds the number in each place. A state given as the initial value would be right too, but
    DuckDB 1.5 then takes columns that the step names from another row where lists differ in length
    (duckdb issue 25816).
#}
{% macro duckdb__fold(items, start, step) -%}
    {%- set item = "x." ~ (start | first) -%}
    list_reduce(
        list_prepend(
            {
                {%- for name, value in start.items() -%}
                '{{ name }}': cast({{ value }} as double) {{- ", " if not loop.last }}
                {%- endfor -%}
            },
            list_transform({{ items }}, lambda v: {
                {%- for name in start %}'{{ name }}': v {{- ", " if not loop.last }}{% endfor -%}
            })
        ),
        {{ lambda("acc, x") }} {
            {%- for name, value in step.items() -%}
            '{{ name }}': {{ value | replace(fold_item(), item) }} {{- ", " if not loop.last }}
            {%- endfor -%}
        }
    )
{%- endmacro %}

{% macro duckdb__fold_item() -%} x.item {%- endmacro %}

{% macro spark__fold(items, start, step) -%}
    aggregate(
        {{ items }},
        named_struct(
            {%- for name, value in start.items() -%}
            '{{ name }}', cast({{ value }} as double) {{- ", " if not loop.last }}
            {%- endfor -%}
        ),
        {{ lambda("acc, x") }} named_struct(
            {%- for name, value in step.items() -%}
            '{{ name }}', {{ value }} {{- ", " if not loop.last }}
            {%- endfor -%}
        )
    )
{%- endmacro %}

{% macro spark__fold_item() -%} x {%- endmacro %}
