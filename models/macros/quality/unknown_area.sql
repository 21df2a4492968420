{#- Rule: an area that no spelling names. Reads labelled. -#}
{% macro unknown_area() %}
    select
        'warning' as severity,
        concat_ws('|', form, file_hash, area_text, period_end) as object,
        cast(null as varchar) as area_id,
        period_end,
        form,
        file_hash,
        concat(
            'không rõ địa bàn "',
            area_text,
            '"; thêm vào data/programme/area_aliases.csv nếu là tên gọi khác'
        ) as statement_vi,
        concat(
            'unknown area "', area_text, '"; add it to data/programme/area_aliases.csv if it is another name'
        ) as statement_en
    from labelled
    where area_id is null and version = 1
    group by form, file_hash, area_text, period_end
{% endmacro %}
