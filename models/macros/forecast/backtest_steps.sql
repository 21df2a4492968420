{#- How many steps ahead past projections are checked. -#}
{% macro backtest_steps(frequency) -%}
    case {{ frequency }} when 'month' then 12 when 'quarter' then 8 else 4 end
{%- endmacro %}
