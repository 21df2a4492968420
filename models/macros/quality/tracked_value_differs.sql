{#- Rule: a value that differs from the ratio given beside it. Reads observations, parts. -#}
{% macro tracked_value_differs() %}
    select
        'warning' as severity,
        observations.*,
        concat(
            'giá trị ghi ', {{ number_text('parts.value', 'vi') }}, ' khác tử số chia mẫu số ',
            {{ number_text('observations.value', 'vi') }}, '; dùng tử số chia mẫu số'
        ) as statement_vi,
        concat(
            'the given value ', {{ number_text('parts.value', 'en') }}, ' differs from the ratio ',
            {{ number_text('observations.value', 'en') }}, '; the ratio is used'
        ) as statement_en
    from observations
    inner join parts
        using (indicator_id, source, area_id, frequency, period_start, period_end)
    where
        observations.source = 'tracking'
        and observations.basis = 'computed'
        and parts.role = 'value'
        and abs(parts.value - observations.value) > 0.1
{% endmacro %}
