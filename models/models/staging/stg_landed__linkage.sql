with source as (
    select * from {{ source('landed', 'linkage') }}
),

renamed as (
    select
        form,
        file_hash,
        identified_by,
        persons,
        persons_linked,
        persons_elsewhere
    from source
)

select * from renamed
