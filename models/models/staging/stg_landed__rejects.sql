with source as (
    select distinct * from {{ source('landed', 'rejects') }}
),

renamed as (
    select
        {{ hash_of(['file_hash', 'sheet', 'cell', 'rule', 'found', 'message_en']) }} as reject_id,
        file_hash,
        form,
        sheet,
        cell,
        regexp_extract(cell, '^[A-Z]+') as cell_column,
        found,
        expected,
        rule,
        message_vi,
        message_en,
        severity
    from source
)

select * from renamed
