{#- The newest break of each series, from which on its figures count. Rows: series_id, break_date. -#}
{% macro last_breaks() %}
    select
        series_id,
        max(split_date) as break_date
    from {{ ref('int_breaks') }}
    where is_split
    group by series_id
{% endmacro %}
