{#- Rule: not all former wards have the figure that the ward of today is made of. Reads parts, used. -#}
{% macro former_area_missing() %}
    select
        'warning' as severity,
        concat_ws(
            '|', parts.indicator_id, parts.source, parts.role, parts.area_id, parts.frequency,
            parts.period_start, parts.period_end
        ) as object,
        parts.indicator_id,
        parts.area_id,
        parts.period_end,
        concat(
            'chỉ có số liệu của ', parts.n_sources, ' trên ', parts.n_expected,
            ' phường cũ nên không quy đổi được về địa giới hiện nay'
        ) as statement_vi,
        concat(
            'only ', parts.n_sources, ' of ', parts.n_expected,
            ' former wards have a figure, so it cannot be carried over to the boundary of today'
        ) as statement_en
    from parts
    anti join used using (indicator_id, source, role, area_id, frequency, period_start, period_end)
    where
        parts.n_sources < parts.n_expected
        and parts.role in ('value', 'numerator', 'denominator')
{% endmacro %}
