with source as (
    select * from {{ source('landed', 'sheets') }}
),

renamed as (
    select
        file_hash,
        sheet,
        form,
        title,
        period_start,
        period_end,
        rows_read,
        rows_landed,
        rows_rejected,
        rows_ignored
    from source
)

select * from renamed
