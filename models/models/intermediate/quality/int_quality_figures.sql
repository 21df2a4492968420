with observations as (
    select * from {{ ref('int_observations_versioned') }}
),

newest as (
    select * from observations
    where version = 1
),

remarks as (
    select * from {{ ref('int_remarks_versioned') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

corrections as (
    select * from {{ ref('stg_programme__corrections') }}
),

doubts as (
    select * from {{ ref('stg_landed__rejects') }}
    where rule = 'other_ward'
),

wards as (
    select area_id from {{ ref('stg_programme__areas') }}
    where level = 'ward' and valid_to is null
),

landed_files as (
    select * from {{ ref('stg_landed__files') }}
),

records as (
    {{ records_of_lists() }}
),

rising as (
    select * from {{ ref('rising_measures') }}
),

running as (
    select
        indicator_id,
        target_value
    from {{ ref('int_running_totals') }}
),

identities as (
    select * from {{ ref('identities') }}
),

files as (
    select * from {{ ref('int_files_received') }}
),

labelled as (
    {% for rows in ['observations', 'remarks'] -%}
    select
        form,
        category,
        area_text,
        area_id,
        period_end,
        file_hash,
        cell,
        version
    from {{ rows }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
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
    from newest
    where area_id is not null and form not in ('reference_series')
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
        measure,
        category,
        concat(
            what_vi, ' ở ', place, ' so với kỳ đến ',
            {{ date_text('period_before', 'vi') }}, ' ở ', place_before, '; đề nghị kiểm tra'
        ) as statement_vi,
        concat(
            what_en, ' at ', place, ' against the period to ',
            {{ date_text('period_before', 'en') }}, ' at ', place_before, '; please check'
        ) as statement_en
    from by_cell
),

found as (
    select * from cells_told
    union all by name
    select * from ({{ noted_by([
        'unknown_area', 'unknown_indicator', 'figure_given_twice', 'correction_applied',
        'file_after_as_of', 'same_as_last_period', 'identity_broken', 'other_ward'
    ]) }})
)

-- the tracking form names the indicator of each figure
select
    found.*,
    registry.indicator_id
from found
left join registry
    on found.form = 'programme_tracking' and found.category = registry.indicator_id
