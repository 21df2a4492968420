with questions as (
    select * from {{ ref('stg_landed__questions') }}
),

files as (
    select * from {{ ref('stg_landed__files') }}
    where cast(received_at as date) <= {{ known_by() }}
),

named as (
    select
        questions.question_id,
        questions.file_hash,
        files.file_name,
        questions.kind,
        questions.form,
        questions.column_id,
        questions.sheet,
        questions.cell,
        questions.text,
        questions.samples,
        questions.candidates,
        questions.question_vi,
        questions.question_en
    from questions
    inner join files on questions.file_hash = files.file_hash
)

select * from named
order by file_name, sheet, cell, question_id
