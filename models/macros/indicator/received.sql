{#-
Landed rows with the file that they came in and the area that they mean, null where the programme in force does
not know it. Reads the CTEs `files` and `areas`.
-#}
{% macro received(rows) %}
    select
        {{ rows }}.* exclude (area_id),
        areas.area_id,
        files.file_name,
        files.received_at,
        files.is_sample,
        files.recency
    from {{ rows }}
    inner join files on {{ rows }}.file_hash = files.file_hash
    left join areas on {{ rows }}.area_id = areas.area_id
{% endmacro %}

{#- Which telling of one thing a row is, the newest being 1: the last file, and in it the last cell. -#}
{% macro version_of(thing) -%}
    row_number() over (
        partition by
            form, {{ thing }}, category, coalesce(area_id, area_text),
            frequency, period_start, period_end
        order by recency desc, sheet desc, cell_row desc, cell_column desc
    )
{%- endmacro %}
