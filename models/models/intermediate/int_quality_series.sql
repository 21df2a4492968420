with observations as (
    select * from {{ ref('int_observations_versioned') }}
    where version = 1 and area_id is not null and form not in ('reference_series')
),

records as (
    {{ records_of_lists() }}
),

rising as (
    select * from {{ ref('rising_measures') }}
),

files as (
    select * from {{ ref('int_files_received') }}
),

facts as (
    select
        records.* exclude (facts),
        unnest(records.facts, recursive := true)
    from records
),

listed as (
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
),

figures as (
    select
        form,
        measure,
        category,
        area_id,
        frequency,
        period_start,
        period_end,
        value,
        kind,
        file_hash,
        file_name,
        sheet,
        cell
    from observations
    union all by name
    select * from listed
),

-- a flow since 1 January goes on within its year only
series as (
    select
        *,
        concat_ws(
            '|', form, measure, category, area_id, frequency, kind,
            case when kind = 'flow_ytd' then period_start end
        ) as series_key
    from figures
),

steps as (
    select
        *,
        value - lag(value) over in_series as change,
        lag(value) over in_series as value_before,
        lag(period_end) over in_series as period_before,
        lag(concat(file_name, ' ', sheet, '!', cell)) over in_series as place_before,
        concat(sheet, '!', cell) as place
    from series
    window in_series as (partition by series_key order by period_end, period_start)
),

fallen as (
    select
        'cumulative_fell' as rule_id,
        steps.*,
        'số lũy kế giảm' as what_vi,
        'a cumulative figure fell' as what_en
    from steps
    left join rising on steps.form = rising.form and steps.measure = rising.measure
    where steps.change < 0 and (steps.kind = 'flow_ytd' or rising.measure is not null)
),

-- six spreads of the usual change by the median deviation, and never less than a quarter of the
-- level, five spreads of a count of that size, or ten; what goes below zero is a change itself
bounds as (
    select
        series_key,
        median(change) as usual_change,
        greatest(
            6 * 1.4826 * mad(change),
            0.25 * abs(median(value)),
            5 * sqrt(abs(median(value))),
            10
        ) as bound
    from steps
    where change is not null and kind != 'flow_ytd'
    group by series_key
    having count(*) >= 8 and min(value) >= 0
),

leaps as (
    select
        steps.*,
        abs(steps.change - bounds.usual_change) > bounds.bound as is_leap
    from steps
    inner join bounds on steps.series_key = bounds.series_key
),

-- the way back from a lone figure is no second leap
leapt as (
    select
        'jump' as rule_id,
        * exclude (is_leap),
        'số liệu nhảy bất thường' as what_vi,
        'the figure jumps' as what_en
    from leaps
    qualify
        is_leap
        and not coalesce(
            lag(is_leap) over (partition by series_key order by period_end, period_start), false
        )
),

by_cell as (
    select * from fallen
    union all by name
    select * from leapt
),

cells_told as (
    select
        rule_id,
        'warning' as severity,
        concat_ws('|', series_key, period_end) as object,
        area_id,
        period_end,
        form,
        file_hash,
        concat(
            what_vi, ' (', measure, ') ở ', place, ' so với kỳ đến ',
            {{ date_text('period_before', 'vi') }}, ' ở ', place_before, '; đề nghị kiểm tra'
        ) as statement_vi,
        concat(
            what_en, ' (', measure, ') at ', place, ' against the period to ',
            {{ date_text('period_before', 'en') }}, ' at ', place_before, '; please check'
        ) as statement_en
    from by_cell
),

pages as (
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
),

repeated as (
    select
        'same_as_last_period' as rule_id,
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
),

found as (
    select * from cells_told
    union all by name
    select * from repeated
)

select
    *,
    cast(null as varchar) as indicator_id
from found
