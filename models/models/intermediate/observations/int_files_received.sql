with files as (
    select * from {{ ref('stg_landed__files') }}
),

ranked as (
    select
        file_hash,
        file_name,
        received_at,
        is_sample,
        row_number() over (
            order by received_at, coalesce(edition, ''), file_name, file_hash
        ) as recency
    from files
    where status = 'landed' and cast(received_at as date) <= {{ known_by() }}
)

select * from ranked
