{#- Rule: a numerator that no denominator makes a ratio of. Reads parts, areas, registry, observations. -#}
{% macro no_denominator() %}
    select
        'warning' as severity,
        parts.* exclude (value),
        'có tử số nhưng không có mẫu số lớn hơn 0 nên không tính được tỷ lệ' as statement_vi,
        'there is a numerator but no denominator above zero, so no ratio' as statement_en
    from parts
    inner join areas on parts.area_id = areas.area_id and areas.level = 'ward'
    inner join registry
        on
            parts.indicator_id = registry.indicator_id
            and registry.kind in ('ratio', 'share_of_areas')
    left join observations
        on
            parts.indicator_id = observations.indicator_id
            and parts.area_id = observations.area_id
            and parts.frequency = observations.frequency
            and parts.period_start = observations.period_start
            and parts.period_end = observations.period_end
    where parts.role = 'numerator' and observations.indicator_id is null and parts.value > 0
{% endmacro %}
