with source as (
    select * from {{ source('landed', 'forms') }}
),

renamed as (
    select
        form,
        title_vi,
        title_en,
        agency_id,
        expected_every,
        grace_days
    from source
)

select * from renamed
