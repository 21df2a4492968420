{#- Figures of lists, one per record, measure and report: the newest file's. Reads records, files. -#}
{% macro figures_of_lists() %}
    with facts as (
        select
            records.* exclude (facts),
            unnest(records.facts, recursive := true)
        from records
    )

    select
        facts.form,
        facts.measure,
        facts.record_id as category,
        facts.area_id,
        'report' as frequency,
        facts.report_date as period_start,
        facts.report_date as period_end,
        facts.value,
        'stock' as kind,
        facts.file_hash,
        files.file_name,
        facts.sheet,
        concat('dòng ', facts.row_number) as cell
    from facts
    inner join files on facts.file_hash = files.file_hash
    where facts.value is not null
    qualify row_number() over (
        partition by facts.form, facts.measure, facts.record_id, facts.report_date
        order by files.recency desc, facts.sheet desc, facts.row_number desc
    ) = 1
{% endmacro %}
