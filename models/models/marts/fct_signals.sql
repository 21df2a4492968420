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

one_side as (
    select
        *,
        'eight_on_one_side' as rule,
        side as heading
    from ({{ run_lengths('points', 'side') }})
    where side != 0 and length >= 8
),

-- six months are five changes
one_course as (
    select
        *,
        'six_rising_or_falling' as rule,
        course as heading
    from ({{ run_lengths('points', 'course') }})
    where course != 0 and length >= 5
),

signals as (
    select * from beyond
    union all by name
    select * exclude (length) from one_side
    union all by name
    select * exclude (length) from one_course
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
