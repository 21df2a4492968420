with source as (
    select * from {{ source('landed', 'records_housing_applications') }}
),

renamed as (
    select
        'housing_applications' as form,
        application_id as record_id,
        {{ ward_id() }} as area_id,
        period_end as report_date,
        [
            {{ fact('applications', '1', 'submitted_on') }},
            {{ fact('days_to_decide', 'decided_on - submitted_on', 'decided_on') }}
        ] as facts,
        file_hash,
        sheet,
        row as row_number
    from source
)

select * from renamed
