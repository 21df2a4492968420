{#- Rule: an indicator code that the registry does not have. Reads labelled, registry. -#}
{% macro unknown_indicator() %}
    select
        'warning' as severity,
        concat_ws('|', labelled.file_hash, labelled.category) as object,
        any_value(labelled.area_id) as area_id,
        max(labelled.period_end) as period_end,
        labelled.form,
        labelled.file_hash,
        concat(
            'mã chỉ tiêu "', labelled.category, '" không có trong danh mục; ô ', min(labelled.cell)
        ) as statement_vi,
        concat(
            'indicator code "', labelled.category, '" is not in the registry; cell ',
            min(labelled.cell)
        ) as statement_en
    from labelled
    left join registry on labelled.category = registry.indicator_id
    where labelled.form = 'programme_tracking' and registry.indicator_id is null
    group by labelled.form, labelled.file_hash, labelled.category
{% endmacro %}
