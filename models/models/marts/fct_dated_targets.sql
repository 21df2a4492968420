with progress as (
    select * from {{ ref('fct_progress') }}
),

subjects as (
    select * from {{ ref('int_progress_subjects') }}
),

targets as (
    select * from {{ ref('int_target_points') }}
    where cadence = 'by_date' and target_value is not null and not is_judged
),

due_values as (
    select * from {{ ref('int_due_values') }}
),

projections as (
    select * from {{ ref('int_projections_at_due') }}
),

positions as (
    select * from {{ ref('int_path_positions') }}
),

corners as (
    select * from {{ ref('int_path_corners') }}
),

-- the one that fct_progress speaks of is told as it is there
spoken_of as (
    select
        indicator_id,
        area_id,
        target_due,
        target_operator,
        target_value,
        value_at_due_period_end,
        value_at_due,
        is_met_at_due,
        projected_at_due,
        projected_lower_80,
        projected_upper_80,
        probability_met,
        status,
        true as is_judged
    from progress
    where target_cadence = 'by_date' and target_value is not null
),

-- of a seasonal figure its level counts: a good month may be far from there
others as (
    select
        subjects.indicator_id,
        subjects.area_id,
        subjects.latest_value,
        subjects.is_stale,
        targets.target_type,
        targets.due_date as target_due,
        targets.operator as target_operator,
        targets.target_value,
        coalesce(due_values.is_due_known, false) as is_due_known,
        coalesce(due_values.is_due_passed, false) as is_due_passed,
        due_values.value_period_end,
        due_values.value_at_due as due_value,
        due_values.is_met_at_due as is_due_met,
        due_values.n_met_run,
        {{ is_met(
            'subjects.latest_value', 'targets.operator', 'targets.target_value',
            'subjects.direction'
        ) }}
        and not coalesce(
            positions.is_seasonal and {{ shortfall(
                'positions.latest_level', 'corners.corner_level', 'subjects.direction'
            ) }} > 0,
            false
        ) as is_met,
        projections.projected_at_due,
        projections.lower_80,
        projections.upper_80,
        projections.probability_met as forecast_chance
    from subjects
    inner join targets on subjects.indicator_id = targets.indicator_id
    left join due_values
        on
            subjects.series_id = due_values.series_id
            and targets.due_date = due_values.target_due
    left join projections
        on
            subjects.series_id = projections.series_id
            and targets.due_date = projections.target_due
    left join positions on subjects.series_id = positions.series_id
    left join corners
        on
            subjects.series_id = corners.series_id
            and targets.due_date = corners.corner_date
),

chanced as (
    select
        *,
        {{ dated_chance('others', 'others.forecast_chance') }} as chance
    from others
),

judged as (
    select
        *,
        {{ dated_status('chanced') }} as status
    from chanced
),

told_beside as (
    select
        indicator_id,
        area_id,
        target_due,
        target_operator,
        target_value,
        case when is_due_passed then value_period_end end as value_at_due_period_end,
        case when is_due_passed then due_value end as value_at_due,
        case when is_due_passed then is_due_met end as is_met_at_due,
        case when status != 'not_assessable' and not is_due_passed then projected_at_due end
            as projected_at_due,
        case when status != 'not_assessable' and not is_due_passed then lower_80 end
            as projected_lower_80,
        case when status != 'not_assessable' and not is_due_passed then upper_80 end
            as projected_upper_80,
        case when status != 'not_assessable' then chance end as probability_met,
        status,
        false as is_judged
    from judged
),

dated_targets as (
    select * from spoken_of
    union all by name
    select * from told_beside
)

select
    indicator_id,
    area_id,
    {{ as_of() }} as as_of,
    target_due,
    target_operator,
    target_value,
    is_judged,
    value_at_due_period_end,
    value_at_due,
    is_met_at_due,
    projected_at_due,
    projected_lower_80,
    projected_upper_80,
    probability_met,
    status
from dated_targets
order by indicator_id, area_id, target_due
