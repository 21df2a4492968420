{#- Rule: rows of another ward stood in the sheet of a figure and were read past. Reads newest, doubts, wards. -#}
{% macro other_ward() %}
    select
        'warning' as severity,
        concat_ws(
            '|', newest.file_hash, newest.sheet, newest.measure, newest.category,
            newest.frequency, newest.period_start, newest.period_end
        ) as object,
        any_value(wards.area_id) as area_id,
        newest.period_end,
        newest.form,
        newest.file_hash,
        newest.measure,
        newest.category,
        concat(
            'trang ', newest.sheet, ' có dòng của địa phương khác, đã bỏ qua; ',
            'kiểm tra số của địa phương mình'
        ) as statement_vi,
        concat(
            'sheet ', newest.sheet, ' has rows of other wards, which were read past; ',
            'check the figure of the ward'
        ) as statement_en
    from newest
    semi join doubts on newest.file_hash = doubts.file_hash and newest.sheet = doubts.sheet
    cross join wards
    group by
        newest.file_hash, newest.sheet, newest.measure, newest.category, newest.frequency,
        newest.period_start, newest.period_end, newest.form
{% endmacro %}
