with corners as (
    select * from {{ ref('int_path_corners') }}
),

duties as (
    select
        subjects.indicator_id,
        subjects.area_id,
        subjects.default_path,
        targets.target_value,
        unnest(
            range(year({{ programme_start() }}), year(targets.due_date) + 1)
        ) as duty_year
    from {{ ref('int_progress_subjects') }} as subjects
    inner join {{ ref('int_target_points') }} as targets
        on subjects.indicator_id = targets.indicator_id
    where targets.cadence = 'yearly' and targets.is_final and subjects.n_points > 0
),

duty_corners as (
    select
        indicator_id,
        area_id,
        make_date(duty_year, 1, 1) as corner_date,
        case default_path when 'within_year' then 0 else target_value end as corner_value,
        'start' as kind
    from duties
    union all
    select
        indicator_id,
        area_id,
        make_date(duty_year, 12, 31) as corner_date,
        target_value as corner_value,
        'target' as kind
    from duties
),

paths as (
    select * from corners
    union all by name
    select * from duty_corners
)

select
    indicator_id,
    area_id,
    corner_date as path_date,
    corner_value as planned_value,
    kind
from paths
order by indicator_id, area_id, path_date
