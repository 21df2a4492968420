with facts as (
    select * from {{ ref('int_progress_facts') }}
),

projections as (
    select * from {{ ref('int_projections_at_due') }}
),

joined as (
    select
        facts.*,
        projections.projected_at_due,
        projections.lower_80,
        projections.upper_80,
        facts.target_cadence = 'by_date' and facts.target_value is not null as has_path,
        case facts.target_cadence
            when 'by_date' then projections.probability_met
            when 'yearly' then {{ duty_probability('facts', 'projections.probability_met') }}
        end as probability_met
    from facts
    left join projections using (series_id)
),

judged as (
    select
        *,
        {{ reason_code('joined') }} as reason_code
    from joined
)

select
    indicator_id,
    area_id,
    {{ as_of() }} as as_of,
    section_id,
    frequency,
    target_type,
    latest_period_end,
    latest_value,
    baseline_date,
    baseline_value,
    target_value,
    target_due,
    target_operator,
    target_cadence,
    path_basis,
    planned_value,
    latest_value - planned_value as gap,
    case when has_path then required_per_year end as required_per_year,
    case when has_path then needed_count end as needed_count,
    case when has_path and years_left > 0 then needed_count / years_left end
        as required_count_per_year,
    actual_per_year,
    case when has_path then projected_at_due end as projected_at_due,
    case when has_path then lower_80 end as projected_lower_80,
    case when has_path then upper_80 end as projected_upper_80,
    case when target_value is not null then probability_met end as probability_met,
    case when has_path then arrival_date end as arrival_date,
    reached_date,
    {{ status_of('reason_code') }} as status,
    reason_code,
    cast(n_points as integer) as n_points,
    is_sample
from judged
order by indicator_id, area_id
