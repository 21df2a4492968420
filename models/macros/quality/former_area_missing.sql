{#- Rule: not all former wards have the figure that the ward of today is made of. Reads apportioned, parts, area_words. -#}
{% macro former_area_missing() %}
    select
        'warning' as severity,
        concat_ws(
            '|', indicator_id, source, role, area_id, frequency, period_start, period_end
        ) as object,
        indicator_id,
        area_id,
        period_end,
        concat(
            'chỉ có số liệu của ', n_sources, ' trên ', n_expected,
            ' ', (select ward_vi from area_words), ' cũ nên không quy đổi được về địa giới hiện nay'
        ) as statement_vi,
        concat(
            'only ', n_sources, ' of ', n_expected,
            ' former wards have a figure, so it cannot be carried over to the boundary of today'
        ) as statement_en
    from apportioned
    anti join parts using (indicator_id, source, role, area_id, frequency, period_start, period_end)
    where
        n_sources < n_expected
        and role in ('value', 'numerator', 'denominator')
{% endmacro %}
