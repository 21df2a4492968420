with facts as (
    select * from {{ ref('int_progress_facts') }}
),

paced as (
    select
        facts.*,
        {{ reason_code('facts') }} as reason_code,
        case
            when latest_period_end > baseline_date
                then
                    (latest_value - baseline_value)
                    / {{ years_between('baseline_date', 'latest_period_end') }}
        end as pace,
        case
            when is_met then 0
            when target_due > latest_period_end
                then
                    (target_value - latest_value)
                    / {{ years_between('latest_period_end', 'target_due') }}
        end as required
    from facts
),

dated as (
    select
        *,
        target_cadence = 'by_date' and target_value is not null as has_path,
        case
            when is_met then 0
            when pace * (target_value - latest_value) > 0 then (target_value - latest_value) / pace
        end as years_to_arrive
    from paced
),

judged as (
    select
        indicator_id,
        area_id,
        {{ as_of() }} as as_of,
        section_id,
        frequency,
        latest_period_end,
        latest_value,
        baseline_date,
        baseline_value,
        target_value,
        target_due,
        target_operator,
        target_cadence,
        planned_value,
        latest_value - planned_value as gap,
        case when has_path then required end as required_per_year,
        case when target_cadence = 'yearly' then null else pace end as actual_per_year,
        case when has_path then projected_at_due end as projected_at_due,
        case when has_path then projected_lower_80 end as projected_lower_80,
        case when has_path then projected_upper_80 end as projected_upper_80,
        case
            when not has_path then null
            else {{ probability_met(
                'projected_at_due', 'spread_at_due', 'target_operator', 'target_value', 'direction'
            ) }}
        end as probability_met,
        case
            when has_path and years_to_arrive < 75
                then latest_period_end + cast(round(years_to_arrive * 365.25) as integer)
        end as arrival_date,
        {{ status_of('reason_code') }} as status,
        reason_code,
        n_points,
        is_sample
    from dated
)

select
    indicator_id,
    area_id,
    as_of,
    section_id,
    frequency,
    latest_period_end,
    latest_value,
    baseline_date,
    baseline_value,
    target_value,
    target_due,
    target_operator,
    target_cadence,
    planned_value,
    gap,
    required_per_year,
    actual_per_year,
    projected_at_due,
    projected_lower_80,
    projected_upper_80,
    probability_met,
    arrival_date,
    status,
    reason_code,
    cast(n_points as integer) as n_points,
    is_sample
from judged
order by indicator_id, area_id
