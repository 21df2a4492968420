{#-
Rule: one figure in several cells of a file that do not agree. Reads observations. Few figures are: only theirs
are gathered, long lists of all cells would cost more than the rest.
-#}
{% macro figure_given_twice() %}
    with repeated as (
        select distinct
            form,
            measure,
            category,
            coalesce(area_id, area_text, '') as area,
            frequency,
            period_start,
            period_end
        from observations
        where version > 1
    )

    select
        'warning' as severity,
        concat_ws(
            '|', form, measure, category, area_id, area_text, frequency, period_start, period_end,
            file_hash
        ) as object,
        area_id,
        period_end,
        form,
        file_hash,
        measure,
        category,
        concat(
            'cùng một số liệu ghi ở nhiều ô: ',
            string_agg(cell, ', ' order by sheet, cell), '; dùng ô cuối'
        ) as statement_vi,
        concat(
            'the same figure is given in several cells: ',
            string_agg(cell, ', ' order by sheet, cell), '; the last one is used'
        ) as statement_en
    from observations
    semi join repeated
        on
            observations.form = repeated.form
            and observations.measure = repeated.measure
            and observations.category = repeated.category
            and coalesce(observations.area_id, observations.area_text, '') = repeated.area
            and observations.frequency = repeated.frequency
            and observations.period_start = repeated.period_start
            and observations.period_end = repeated.period_end
    group by
        form, measure, category, area_id, area_text, frequency, period_start, period_end, file_hash
    having count(*) > 1 and min(value) != max(value)
{% endmacro %}
