{#-
Rule: the parts of a row are not what its total says (seed identities). Reads newest, records, files,
identities.
-#}
{% macro identity_broken() %}
    with parts as (
        select
            identity_id,
            form,
            total_measure,
            unnest(string_split(part_measures, '|')) as part_measure
        from identities
    ),

    facts as (
        select
            records.* exclude (facts),
            unnest(records.facts, recursive := true)
        from records
        inner join files on records.file_hash = files.file_hash
    ),

    figures as (
        select
            form,
            measure,
            value,
            area_id,
            period_end,
            file_hash,
            concat_ws('|', area_text, category, frequency, period_start, period_end) as row_key
        from newest
        union all
        select
            form,
            measure,
            value,
            area_id,
            report_date as period_end,
            file_hash,
            concat_ws('|', file_hash, sheet, row_number, record_id) as row_key
        from facts
        where value is not null
    ),

    sums as (
        select
            parts.identity_id,
            figures.row_key,
            {{ stable_sum('figures.value') }} as part_sum,
            count(*) as n_found
        from figures
        inner join parts on figures.form = parts.form and figures.measure = parts.part_measure
        group by parts.identity_id, figures.row_key
    ),

    compared as (
        select
            identities.*,
            figures.area_id,
            figures.period_end,
            figures.file_hash,
            figures.row_key,
            figures.value,
            sums.part_sum
        from figures
        inner join identities
            on figures.form = identities.form and figures.measure = identities.total_measure
        inner join sums
            on
                identities.identity_id = sums.identity_id
                and figures.row_key = sums.row_key
                and len(string_split(identities.part_measures, '|')) = sums.n_found
    )

    select
        'warning' as severity,
        concat_ws('|', identity_id, file_hash, row_key) as object,
        area_id,
        period_end,
        form,
        file_hash,
        concat(
            title_vi, ': vế trái ', {{ number_text('value', 'vi') }},
            ', vế phải ', {{ number_text('part_sum', 'vi') }}, '; đề nghị đơn vị kiểm tra'
        ) as statement_vi,
        concat(
            title_en, ': left ', {{ number_text('value', 'en') }},
            ', right ', {{ number_text('part_sum', 'en') }}, '; please check'
        ) as statement_en
    from compared
    where
        (operator = 'eq' and {{ settled('value') }} != {{ settled('part_sum') }})
        or (operator = 'ge' and {{ settled('value') }} < {{ settled('part_sum') }})
{% endmacro %}
