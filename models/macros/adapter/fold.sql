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
    DuckDB folds a list of what it returns, so every number first gets a place beside the state. The state
    starts from the first number, though nothing reads it: from a constant, DuckDB 1.5 takes columns that
    the step names from another row where lists differ in length (duckdb issue 25816).
#}
{% macro duckdb__fold(items, start, step) -%}
    list_reduce(
        list_transform({{ items }}, lambda v: {
            'item': v {%- for name in start %}, '{{ name }}': 0::double {%- endfor %}
        }),
        {{ lambda("acc, x") }} {
            'item': x.item
            {%- for name, value in step.items() %}, '{{ name }}': {{ value }} {%- endfor %}
        },
        {
            'item': ({{ items }})[1]
            {%- for name, value in start.items() %}, '{{ name }}': cast({{ value }} as double)
            {%- endfor %}
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
