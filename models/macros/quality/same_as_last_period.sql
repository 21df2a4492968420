{#- Rule: all figures of a form are those of its period before, so the wrong file may have been sent. Reads figures. -#}
{% macro same_as_last_period() %}
    with pages as (
        select
            form,
            frequency,
            period_start,
            period_end,
            max(file_hash) as file_hash,
            count(*) as n_figures,
            count(distinct value) filter (where value != 0) as n_distinct,
            md5(string_agg(
                concat_ws('|', measure, category, area_id, kind, value), ';'
                order by measure, category, area_id, kind, value
            )) as figures_hash
        from figures
        where kind in ('stock', 'flow') and frequency != 'report'
        group by form, frequency, period_start, period_end
    ),

    following as (
        select
            *,
            lag(figures_hash) over in_form as hash_before,
            lag(period_end) over in_form as period_before
        from pages
        window in_form as (partition by form, frequency order by period_end, period_start)
    )

    select
        'warning' as severity,
        concat_ws('|', form, frequency, period_end) as object,
        cast(null as varchar) as area_id,
        period_end,
        form,
        file_hash,
        concat(
            'cả ', n_figures, ' số liệu giống hệt kỳ đến ',
            {{ date_text('period_before', 'vi') }}, '; có thể đã gửi nhầm tệp'
        ) as statement_vi,
        concat(
            'all ', n_figures, ' figures are those of the period to ',
            {{ date_text('period_before', 'en') }}, '; the wrong file may have been sent'
        ) as statement_en
    from following
    where figures_hash = hash_before and n_distinct >= 5
{% endmacro %}
