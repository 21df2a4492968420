{#- Sums of doubles depend on the order in which they are added; through decimals they do not. -#}
{% macro stable_sum(expression) -%}
    cast(sum(cast({{ expression }} as decimal(38, 6))) as double)
{%- endmacro %}

{% macro stable_mean(expression) -%}
    {{ stable_sum(expression) }} / count({{ expression }})
{%- endmacro %}

{#- Last bits of a quotient must not decide a threshold: six decimals do. -#}
{% macro settled(expression) -%}
    round({{ expression }}, 6)
{%- endmacro %}

{#- Sum over a list, of an expression of `value` and `step`, its place in the list. -#}
{% macro stable_list_sum(items, expression) -%}
    list_sum(list_transform(
        {{ items }}, {{ lambda("value, step") }} cast({{ expression }} as decimal(18, 6))
    ))
{%- endmacro %}
