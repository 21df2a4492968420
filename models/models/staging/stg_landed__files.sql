with source as (
    select * from {{ source('landed', 'files') }}
),

renamed as (
    select
        file_hash,
        file_name,
        form,
        status,
        refusal_code,
        message_vi,
        message_en,
        received_at,
        edition,
        coalesce(is_sample, false) as is_sample,
        sheet_count,
        rows_read,
        rows_landed,
        rows_rejected,
        rows_ignored,
        encoding,
        warnings
    from source
)

select * from renamed
