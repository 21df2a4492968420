{#-
One thing a record can add to an indicator: a measure, its value, and the day that decides counted_since; where
the list has a plan, the value it is to have and the day by which.
-#}
{% macro fact(measure, value, happened_on='null', planned_value='null', planned_on='null') -%}
    struct_pack(
        measure := '{{ measure }}',
        value := cast({{ value }} as double),
        happened_on := cast({{ happened_on }} as date),
        planned_value := cast({{ planned_value }} as double),
        planned_on := cast({{ planned_on }} as date)
    )
{%- endmacro %}
