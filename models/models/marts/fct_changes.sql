with since as (
    select * from {{ ref('int_changes_since') }}
),

standings as (
    select * from {{ ref('int_standings_before') }}
),

wards as (
    select area_id from {{ ref('stg_programme__areas') }}
    where level = 'ward' and valid_to is null
),

progress as (
    select progress.*
    from {{ ref('fct_progress') }} as progress
    inner join wards on progress.area_id = wards.area_id
),

observations as (
    select * from {{ ref('int_indicator_values') }}
),

told_otherwise as (
    select told.*
    from {{ ref('stg_landed__report_observations') }} as told
    inner join since on told.report_id = since.report_id
    left join observations
        using (indicator_id, area_id, frequency, period_start, period_end)
    where {{ settled('told.value') }} is distinct from {{ settled('observations.value') }}
),

-- a report kept what it told; without one only files that replaced others can say
revisions as (
    select
        indicator_id,
        area_id,
        period_end
    from told_otherwise
    union
    select
        revisions.indicator_id,
        revisions.area_id,
        revisions.period_end
    from {{ ref('fct_revisions') }} as revisions
    inner join since
        on
            revisions.period_end <= since.since_date
            and cast(revisions.reported_at as date) > since.since_date
    where since.since_kind = 'quarter_end'
),

revised as (
    select
        indicator_id,
        area_id,
        cast(count(*) as integer) as n_revised,
        max(period_end) as last_revised
    from revisions
    group by indicator_id, area_id
),

compared as (
    select
        progress.indicator_id,
        progress.area_id,
        since.since_kind,
        since.since_date,
        since.report_period,
        since.report_number,
        since.report_date,
        since.report_known_by,
        standings.period_end as period_end_before,
        standings.value as value_before,
        standings.status as status_before,
        progress.latest_period_end as period_end_after,
        progress.latest_value as value_after,
        progress.status as status_after,
        progress.latest_period_end is not null
        and progress.latest_period_end
        > coalesce(standings.period_end, date '0001-01-01') as is_new,
        coalesce(standings.status != progress.status, false) as is_status_changed,
        coalesce(revised.n_revised, 0) as n_revised,
        revised.last_revised
    from progress
    cross join since
    left join standings using (indicator_id, area_id)
    left join revised using (indicator_id, area_id)
)

select * from compared
order by indicator_id, area_id
