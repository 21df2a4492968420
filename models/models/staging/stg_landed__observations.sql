with source as (
    select * from {{ source('landed', 'observations') }}
),

renamed as (
    select
        form,
        measure,
        coalesce(category, '') as category,
        area_text,
        area_id,
        frequency,
        period_start,
        period_end,
        value,
        unit,
        kind,
        coalesce(is_approximate, false) as is_approximate,
        coalesce(is_total, false) as is_total,
        coalesce(is_subset, false) as is_subset,
        file_hash,
        sheet,
        cell,
        regexp_extract(cell, '^[A-Z]+') as cell_column,
        cast(regexp_extract(cell, '[0-9]+$') as integer) as cell_row
    from source
)

select * from renamed
