with source as (
    select distinct * from {{ source('landed', 'questions') }}
),

renamed as (
    select
        question_id,
        file_hash,
        kind,
        form,
        column_id,
        sheet,
        cell,
        text,
        samples,
        candidates,
        question_vi,
        question_en
    from source
)

select * from renamed
