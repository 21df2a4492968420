with files as (
    select * from {{ ref('stg_landed__files') }}
),

met as (
    select
        file_hash,
        file_name,
        form,
        status,
        refusal_code,
        message_vi,
        message_en,
        received_at,
        is_sample,
        rows_read,
        rows_landed,
        rows_rejected,
        rows_ignored,
        encoding,
        warnings
    from files
    where cast(received_at as date) <= {{ known_by() }}
)

select * from met
order by received_at, file_name, file_hash
