with series as (
    select * from {{ ref('int_series') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

targets as (
    select * from {{ ref('int_target_points') }}
    where cadence = 'by_date' and target_value is not null
),

judged as (
    select
        series.*,
        targets.due_date,
        targets.operator,
        targets.target_value,
        registry.direction,
        coalesce({{ is_met(
            'series.value', 'targets.operator', 'targets.target_value', 'registry.direction'
        ) }}, false) as is_met
    from series
    inner join targets on series.indicator_id = targets.indicator_id
    inner join registry on series.indicator_id = registry.indicator_id
),

last_unmet as (
    select
        series_id,
        due_date,
        max(period_index) as last_index
    from judged
    where not is_met
    group by series_id, due_date
),

-- how many periods in a row have met it by now
runs as (
    select
        judged.series_id,
        judged.due_date,
        cast(count(*) as integer) as n_met_run
    from judged
    left join last_unmet using (series_id, due_date)
    where last_unmet.last_index is null or judged.period_index > last_unmet.last_index
    group by judged.series_id, judged.due_date
),

until_due as (
    select
        series_id,
        any_value(frequency) as frequency,
        due_date,
        any_value(operator) as operator,
        any_value(target_value) as target_value,
        any_value(direction) as direction,
        max(period_end) filter (where period_end <= due_date) as value_period_end,
        max_by(value, period_end) filter (where period_end <= due_date) as value_at_due,
        max(period_end) as latest_period_end
    from judged
    group by series_id, due_date
),

-- the last period that can end by the due date is there, or a later one is
known as (
    select
        *,
        latest_period_end > due_date
        or {{ period_end_after('value_period_end', 'frequency', '1') }} > due_date as is_due_known
    from until_due
),

-- a figure that was old when it was due says nothing about that day
fresh as (
    select
        *,
        coalesce(due_date - value_period_end <= {{ stale_after_days('frequency') }}, false)
            as is_fresh
    from known
),

decided as (
    select
        series_id,
        due_date as target_due,
        is_due_known,
        is_due_known and due_date < {{ as_of() }} as is_due_passed,
        case when is_fresh then value_period_end end as value_period_end,
        case when is_fresh then value_at_due end as value_at_due,
        is_fresh and {{ is_met('value_at_due', 'operator', 'target_value', 'direction') }}
            as is_met_at_due
    from fresh
)

select
    decided.*,
    coalesce(runs.n_met_run, 0) as n_met_run
from decided
left join runs
    on decided.series_id = runs.series_id and decided.target_due = runs.due_date
