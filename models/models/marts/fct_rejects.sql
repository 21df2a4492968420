with rejects as (
    select * from {{ ref('stg_landed__rejects') }}
),

files as (
    select * from {{ ref('stg_landed__files') }}
    where cast(received_at as date) <= {{ known_by() }}
),

named as (
    select
        rejects.reject_id,
        rejects.file_hash,
        files.file_name,
        rejects.form,
        rejects.sheet,
        rejects.cell,
        rejects.found,
        rejects.expected,
        rejects.rule,
        rejects.message_vi,
        rejects.message_en,
        rejects.severity
    from rejects
    inner join files on rejects.file_hash = files.file_hash
)

select * from named
order by file_name, sheet, cell, reject_id
