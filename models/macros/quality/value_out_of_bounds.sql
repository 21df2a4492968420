{#- Rule: a value outside the bounds of its indicator. Reads observations, registry. -#}
{% macro value_out_of_bounds() %}
    select
        'warning' as severity,
        observations.*,
        concat(
            'giá trị ', {{ number_text('value', 'vi') }}, ' nằm ngoài khoảng cho phép, từ ',
            {{ number_text('registry.lower_bound', 'vi') }}, ' đến ',
            coalesce({{ number_text('registry.upper_bound', 'vi') }}, 'không giới hạn')
        ) as statement_vi,
        concat(
            'the value ', {{ number_text('value', 'en') }}, ' is outside its bounds, ',
            {{ number_text('registry.lower_bound', 'en') }}, ' to ',
            coalesce({{ number_text('registry.upper_bound', 'en') }}, 'no limit')
        ) as statement_en
    from observations
    inner join registry on observations.indicator_id = registry.indicator_id
    where
        observations.source != 'reference'
        and (
            {{ settled('observations.value') }} < registry.lower_bound
            or {{ settled('observations.value') }} > registry.upper_bound
        )
{% endmacro %}
