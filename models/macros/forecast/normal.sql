{#- Quantiles of the normal distribution that the intervals use. -#}
{% macro normal_quantile(level) -%}
    {{ {80: 1.281552, 95: 1.959964}[level] }}
{%- endmacro %}

{#- Normal distribution function by the tanh approximation of Page (1977): error below 0.0002. -#}
{% macro normal_cdf(z) -%}
    (0.5 * (1 + tanh(0.7978845608 * ({{ z }}) * (1 + 0.044715 * ({{ z }}) * ({{ z }})))))
{%- endmacro %}

{#- End of the interval around `value` with `spread`, inside lower_bound and upper_bound. -#}
{% macro interval_end(side, level) -%}
    {%- set sign = {'lower': '-', 'upper': '+'}[side] -%}
    {{ clamp(
        'value ' ~ sign ~ ' ' ~ normal_quantile(level) ~ ' * spread', 'lower_bound', 'upper_bound'
    ) }}
{%- endmacro %}

{#- 1 where a value fell inside the interval of a projection, 0 where not, null without an interval. -#}
{% macro is_inside(value, forecasts, level) -%}
    cast(
        {{ settled(value) }} between {{ settled(forecasts ~ '.lower_' ~ level) }}
        and {{ settled(forecasts ~ '.upper_' ~ level) }} as integer
    )
{%- endmacro %}
