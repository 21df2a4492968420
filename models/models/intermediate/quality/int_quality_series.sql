-- The rules are macros, each with its two sentences (macros/quality).
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

listed as (
    {{ figures_of_lists() }}
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

by_cell as (
    {{ noted_by(['cumulative_fell', 'jump']) }}
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

found as (
    select * from cells_told
    union all by name
    select * from ({{ noted_by(['same_as_last_period']) }})
)

select
    *,
    cast(null as varchar) as indicator_id
from found
