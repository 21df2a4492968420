{#- The date for which everything is judged: LECHAN_AS_OF (YYYY-MM-DD), else the day of the run in UTC. -#}
{% macro as_of() -%}
    {%- set day = env_var('LECHAN_AS_OF', '') or run_started_at.strftime('%Y-%m-%d') -%}
    cast('{{ day }}' as date)
{%- endmacro %}

{#-
The date by which files must have been received: LECHAN_KNOWN_BY, else the as-of date. The report of a
period judges at its end by all that has come in since.
-#}
{% macro known_by() -%}
    {%- set day = env_var('LECHAN_KNOWN_BY', '') -%}
    {%- if day -%} cast('{{ day }}' as date) {%- else -%} {{ as_of() }} {%- endif -%}
{%- endmacro %}

{#-
The date by which decisions of the ward must have been read: LECHAN_PROGRAMME_KNOWN_BY where those of today are to
count for an earlier day, else as for files.
-#}
{% macro programme_known_by() -%}
    {%- set day = env_var('LECHAN_PROGRAMME_KNOWN_BY', '') -%}
    {%- if day -%} cast('{{ day }}' as date) {%- else -%} {{ known_by() }} {%- endif -%}
{%- endmacro %}

{#- Whether a figure speaks of the time up to the as-of date, was known then, or is of the year that ran. -#}
{% macro is_of_time(period_start, period_end, frequency, received_at) -%}
    (
        {{ period_end }} <= {{ as_of() }}
        or cast({{ received_at }} as date) <= {{ as_of() }}
        or ({{ frequency }} = 'year' and {{ period_start }} <= {{ as_of() }})
    )
{%- endmacro %}
