with decided as (
    select * from {{ source('landed', 'programme_lessons') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

in_force as (
    select
        decided.lesson_id,
        decided.kind,
        decided.form,
        decided.column_id,
        decided.text,
        decided.file,
        decided.sheet,
        decided.answer,
        decided.author,
        decided.decided_on,
        decided.reason
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
)

select * from in_force
