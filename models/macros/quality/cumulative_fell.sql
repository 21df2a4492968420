{#- Rule: what is counted cumulatively is less than before. Reads steps, rising; of tracked figures running totals. -#}
{% macro cumulative_fell() %}
    select
        steps.*,
        'số lũy kế giảm' as what_vi,
        'a cumulative figure fell' as what_en
    from steps
    left join rising on steps.form = rising.form and steps.measure = rising.measure
    left join running
        on steps.form = 'programme_tracking' and steps.measure = 'value' and steps.category = running.indicator_id
    where
        steps.change < 0
        and (
            steps.kind = 'flow_ytd'
            or rising.measure is not null
            or running.indicator_id is not null
        )
{% endmacro %}
