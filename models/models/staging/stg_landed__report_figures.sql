with source as (
    select * from {{ source('landed', 'report_figures') }}
),

renamed as (
    select
        sequence as report_id,
        period_label,
        period_start,
        period_end,
        as_of,
        known_by,
        report_number,
        report_date,
        is_sample,
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
        reason_code
    from source
)

select * from renamed
