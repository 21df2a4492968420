{#- The date for which everything is judged: LECHAN_AS_OF (YYYY-MM-DD), else the day of the run in UTC. -#}
{% macro as_of() -%}
    {%- set day = env_var('LECHAN_AS_OF', '') or run_started_at.strftime('%Y-%m-%d') -%}
    cast('{{ day }}' as date)
{%- endmacro %}
