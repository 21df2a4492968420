with figures as (
    select * from {{ ref('stg_landed__report_figures') }}
),

files as (
    select coalesce(bool_or(is_sample), false) as is_sample
    from {{ ref('int_files_received') }}
),

-- a report that is made over again is not compared with itself
reports as (
    select distinct
        figures.report_id,
        figures.as_of,
        figures.period_label,
        figures.report_number,
        figures.report_date,
        figures.known_by
    from figures
    inner join files on figures.is_sample = files.is_sample
    where
        figures.known_by <= {{ known_by() }}
        and (
            figures.as_of < {{ as_of() }}
            or (figures.as_of = {{ as_of() }} and {{ known_by() }} = {{ as_of() }})
        )
),

last_report as (
    select *
    from reports
    qualify row_number() over (order by as_of desc, report_id desc) = 1
),

end_of_quarter as (
    select cast(date_trunc('quarter', {{ as_of() }}) as date) - 1 as since_date
),

since as (
    select
        case when last_report.report_id is null then 'quarter_end' else 'report' end as since_kind,
        coalesce(last_report.as_of, end_of_quarter.since_date) as since_date,
        last_report.report_id,
        last_report.period_label as report_period,
        last_report.report_number,
        last_report.report_date,
        last_report.known_by as report_known_by
    from end_of_quarter
    left join last_report on true
)

select * from since
