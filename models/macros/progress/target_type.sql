{#- Declared type of a row of targets; a row without one is a level to keep every year or to reach by a date. -#}
{% macro target_type(targets) -%}
    coalesce(
        {{ targets }}.target_type,
        case {{ targets }}.cadence when 'yearly' then 'keep_every_year' else 'level_by_date' end
    )
{%- endmacro %}
