{#-
Landed rows with the file that they came in and the area that they mean: the place of a text may differ by period.
Reads the CTEs `files` and `places`.
-#}
{% macro received(rows) %}
    select
        {{ rows }}.* exclude (area_id),
        case when places.place_id is null then {{ rows }}.area_id else places.area_id end as area_id,
        files.file_name,
        files.received_at,
        files.is_sample,
        files.recency
    from {{ rows }}
    inner join files on {{ rows }}.file_hash = files.file_hash
    left join places
        on
            {{ rows }}.area_text is not distinct from places.area_text
            and {{ rows }}.area_id is not distinct from places.landed_area_id
            and {{ rows }}.period_start = places.period_start
            and {{ rows }}.period_end = places.period_end
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
