with source as (
    select * from {{ source('landed', 'records_health_insurance_members') }}
),

renamed as (
    select
        'health_insurance_members' as form,
        person_key as record_id,
        coalesce(area_id, 'le_chan') as area_id,
        period_end as report_date,
        [
            {{ fact(
                'members',
                'case when coalesce(valid_to, period_end) >= period_end then 1 end',
                'valid_from'
            ) }}
        ] as facts,
        file_hash,
        sheet,
        row as row_number
    from source
)

select * from renamed
