{#- One thing a record can add to an indicator: a measure, its value, and the day that decides counted_since. -#}
{% macro fact(measure, value, happened_on='null') -%}
    struct_pack(
        measure := '{{ measure }}',
        value := cast({{ value }} as double),
        happened_on := cast({{ happened_on }} as date)
    )
{%- endmacro %}
