with figures as (
    select * from {{ ref('stg_landed__report_figures') }}
    where known_by <= {{ known_by() }}
)

select
    report_id,
    period_label,
    as_of,
    known_by,
    report_number,
    report_date,
    indicator_id,
    area_id,
    frequency,
    period_value,
    latest_period_end,
    latest_value,
    planned_value,
    target_value,
    probability_met,
    status,
    reason_code,
    is_sample
from figures
order by report_id, indicator_id
