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
