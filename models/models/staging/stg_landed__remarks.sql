with source as (
    select * from {{ source('landed', 'remarks') }}
),

renamed as (
    select
        form,
        remark,
        coalesce(category, '') as category,
        area_text,
        area_id,
        frequency,
        period_start,
        period_end,
        content,
        written_date,
        due_date,
        file_hash,
        sheet,
        cell,
        regexp_extract(cell, '^[A-Z]+') as cell_column,
        cast(regexp_extract(cell, '[0-9]+$') as integer) as cell_row
    from source
)

select * from renamed
