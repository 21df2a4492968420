with source as (
    select * from {{ source('landed', 'records_housing_projects') }}
),

renamed as (
    select
        'housing_projects' as form,
        lower(trim(project_name)) as record_id,
        {{ ward_id() }} as area_id,
        period_end as report_date,
        project_name as title,
        -- a list without stages tells them by what it says of the building
        coalesce(
            nullif(trim(stage), ''),
            case
                when completed_units >= total_units then 'đã hoàn thành'
                when started_on <= period_end then 'đang thi công'
            end
        ) as stage,
        [
            {{ fact('total_units', 'total_units') }},
            {{ fact('sale_units', 'sale_units') }},
            {{ fact('rent_units', 'rent_units') }},
            {{ fact('rent_purchase_units', 'rent_purchase_units') }},
            {{ fact('completed_units', 'completed_units') }},
            {{ fact(
                'qualified_units', 'qualified_units', 'qualified_on', 'total_units', 'planned_on'
            ) }},
            {{ fact('marketed_units', 'marketed_units') }},
            {{ fact(
                'assessed_for_social_infrastructure',
                'case when has_social_infrastructure is not null then 1 end',
                'started_on'
            ) }},
            {{ fact(
                'with_social_infrastructure',
                'cast(has_social_infrastructure as integer)',
                'started_on'
            ) }}
        ] as facts,
        file_hash,
        sheet,
        row as row_number
    from source
)

select * from renamed
