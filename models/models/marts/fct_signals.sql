with points as (
    select * from {{ ref('int_control_points') }}
),

beyond as (
    select
        *,
        'beyond_limits' as rule,
        case when value > upper_limit then 1 else -1 end as heading
    from points
    where
        {{ settled('value') }} > {{ settled('upper_limit') }}
        or {{ settled('value') }} < {{ settled('lower_limit') }}
),

-- of events that are rare no month says much, only how long it is from one to the next
regular as (
    select * from points
    where not is_rare
),

rare as (
    select * from points
    where is_rare
),

long_runs as (
    select
        *,
        'long_run' as rule,
        side as heading
    from ({{ long_runs('regular') }})
),

between_events as (
    select
        *,
        'time_between_events' as rule
    from ({{ time_between_events('rare') }})
),

signals as (
    select * from beyond
    union all by name
    select * exclude (side) from long_runs
    union all by name
    select * from between_events
)

select
    indicator_id,
    area_id,
    period_end,
    rule,
    value,
    center,
    lower_limit,
    upper_limit,
    case heading when 1 then 'up' else 'down' end as heading,
    case direction
        when 'up' then heading = 1
        when 'down' then heading = -1
    end as is_improvement
from signals
order by indicator_id, area_id, period_end, rule
