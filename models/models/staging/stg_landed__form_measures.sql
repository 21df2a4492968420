with source as (
    select * from {{ source('landed', 'form_measures') }}
),

renamed as (
    select
        form,
        measure,
        title_vi
    from source
)

select * from renamed
