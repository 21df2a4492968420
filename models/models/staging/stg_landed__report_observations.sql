with source as (
    select * from {{ source('landed', 'report_observations') }}
),

renamed as (
    select
        sequence as report_id,
        indicator_id,
        area_id,
        frequency,
        period_start,
        period_end,
        value
    from source
)

select * from renamed
