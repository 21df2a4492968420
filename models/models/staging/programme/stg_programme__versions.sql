with versions as (
    select * from {{ source('landed', 'programme_versions') }}
),

ranked as (
    select
        programme_hash,
        received_at,
        row_number() over (order by {{ programme_rank('received_at') }} desc) = 1 as is_in_force
    from versions
)

select * from ranked
