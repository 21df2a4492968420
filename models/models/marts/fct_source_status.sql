with forms as (
    select * from {{ ref('stg_landed__forms') }}
),

files as (
    select * from {{ ref('stg_landed__files') }}
),

received as (
    select * from {{ ref('int_files_received') }}
),

periods as (
    select
        form,
        file_hash,
        max(period_end) as period_end
    from {{ ref('int_observations_versioned') }}
    group by form, file_hash
    {% for list in var('record_lists') -%}
    union all
    select
        form,
        file_hash,
        max(report_date) as period_end
    from {{ ref('stg_landed__' ~ list) }}
    group by form, file_hash
    {% endfor %}
),

arrivals as (
    select
        periods.form,
        max(received.received_at) as last_received_at,
        max(periods.period_end) as last_period_end,
        cast(count(*) as integer) as files,
        cast(sum(files.rows_rejected) as integer) as rejected_rows,
        max_by(received.is_sample, received.recency) as is_sample
    from periods
    inner join received on periods.file_hash = received.file_hash
    inner join files on periods.file_hash = files.file_hash
    group by periods.form
),

expected as (
    select
        forms.form,
        forms.title_vi,
        forms.title_en,
        forms.agency_id,
        arrivals.last_received_at,
        arrivals.last_period_end,
        forms.expected_every,
        case
            when forms.expected_every is not null and arrivals.last_period_end is not null
                then
                    {{ period_end_after('arrivals.last_period_end', 'forms.expected_every', 1) }}
                    + coalesce(forms.grace_days, 0)
        end as next_due_date,
        coalesce(arrivals.files, 0) as files,
        coalesce(arrivals.rejected_rows, 0) as rejected_rows,
        coalesce(arrivals.is_sample, false) as is_sample
    from forms
    left join arrivals on forms.form = arrivals.form
),

judged as (
    select
        form,
        title_vi,
        title_en,
        agency_id,
        last_received_at,
        last_period_end,
        expected_every,
        next_due_date,
        expected_every is not null and coalesce({{ as_of() }} > next_due_date, true) as is_late,
        files,
        rejected_rows,
        is_sample
    from expected
)

select * from judged
order by form
