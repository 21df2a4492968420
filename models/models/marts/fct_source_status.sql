with forms as (
    select * from {{ ref('stg_landed__forms') }}
),

sheets as (
    select * from {{ ref('stg_landed__sheets') }}
),

received as (
    select * from {{ ref('int_files_received') }}
),

records as (
    {{ records_of_lists() }}
),

periods as (
    select
        form,
        file_hash,
        frequency,
        max(period_end) as period_end
    from {{ ref('int_observations_versioned') }}
    group by form, file_hash, frequency
    union all
    select
        form,
        file_hash,
        null as frequency,
        max(report_date) as period_end
    from records
    group by form, file_hash
),

-- a figure for the whole year does not mean that the months have come
covered as (
    select
        periods.form,
        coalesce(
            max(periods.period_end) filter (where periods.frequency = forms.expected_every),
            max(periods.period_end)
        ) as last_period_end
    from periods
    inner join received on periods.file_hash = received.file_hash
    inner join forms on periods.form = forms.form
    group by periods.form
),

brought as (
    select distinct
        form,
        file_hash
    from periods
),

rejected as (
    select
        sheets.form,
        cast(sum(sheets.rows_rejected) as integer) as rejected_rows
    from sheets
    inner join received on sheets.file_hash = received.file_hash
    group by sheets.form
),

arrivals as (
    select
        brought.form,
        max(received.received_at) as last_received_at,
        cast(count(*) as integer) as files,
        max_by(received.is_sample, received.recency) as is_sample
    from brought
    inner join received on brought.file_hash = received.file_hash
    group by brought.form
),

expected as (
    select
        forms.form,
        forms.title_vi,
        forms.title_en,
        forms.agency_id,
        arrivals.last_received_at,
        covered.last_period_end,
        forms.expected_every,
        case
            when forms.expected_every is not null and covered.last_period_end is not null
                then
                    {{ period_end_after('covered.last_period_end', 'forms.expected_every', 1) }}
                    + coalesce(forms.grace_days, 0)
        end as next_due_date,
        coalesce(arrivals.files, 0) as files,
        coalesce(rejected.rejected_rows, 0) as rejected_rows,
        coalesce(arrivals.is_sample, false) as is_sample
    from forms
    left join arrivals on forms.form = arrivals.form
    left join rejected on forms.form = rejected.form
    left join covered on forms.form = covered.form
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
        expected_every is not null and coalesce({{ as_of() }} > next_due_date, false) as is_late,
        files,
        rejected_rows,
        is_sample
    from expected
)

select * from judged
order by form
