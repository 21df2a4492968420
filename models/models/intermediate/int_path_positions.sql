with newest as (
    select * from {{ ref('int_series') }}
    where is_last
),

baselines as (
    select * from {{ ref('int_baselines') }}
),

targets as (
    select * from {{ ref('int_target_points') }}
    where cadence = 'by_date' and target_value is not null
),

corners as (
    select
        indicator_id,
        area_id,
        baseline_date as corner_date,
        baseline_value as corner_value
    from baselines
    union all
    select
        baselines.indicator_id,
        baselines.area_id,
        targets.due_date as corner_date,
        targets.target_value as corner_value
    from baselines
    inner join targets
        on
            baselines.indicator_id = targets.indicator_id
            and baselines.baseline_date < targets.due_date
),

stretches as (
    select
        *,
        lead(corner_date) over along as next_date,
        lead(corner_value) over along as next_value,
        row_number() over along as position
    from corners
    window along as (partition by indicator_id, area_id order by corner_date)
),

positions as (
    select
        newest.indicator_id,
        newest.area_id,
        {{ on_line(
            'newest.period_end', 'stretches.corner_date', 'stretches.corner_value',
            'stretches.next_date', 'stretches.next_value'
        ) }} as planned_value
    from newest
    inner join stretches
        on newest.indicator_id = stretches.indicator_id and newest.area_id = stretches.area_id
    where
        stretches.next_date is not null
        and (newest.period_end >= stretches.corner_date or stretches.position = 1)
    qualify row_number() over (
        partition by newest.indicator_id, newest.area_id order by stretches.corner_date desc
    ) = 1
)

select * from positions
