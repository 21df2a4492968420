{#- Quantiles of the normal distribution that the intervals use. -#}
{% macro normal_quantile(level) -%}
    {{ {80: 1.281552, 95: 1.959964}[level] }}
{%- endmacro %}

{#- Normal distribution function by the tanh approximation of Page (1977): error below 0.0002. -#}
{% macro normal_cdf(z) -%}
    (0.5 * (1 + tanh(0.7978845608 * ({{ z }}) * (1 + 0.044715 * ({{ z }}) * ({{ z }})))))
{%- endmacro %}
