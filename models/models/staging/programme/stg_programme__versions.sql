-- The newest version that had been read by then; of a time before all of them, the oldest there is.
with versions as (
    select * from {{ source('landed', 'programme_versions') }}
),

known as (
    select
        programme_hash,
        received_at,
        cast(received_at as date) <= {{ programme_known_by() }} as is_known
    from versions
),

ranked as (
    select
        programme_hash,
        received_at,
        row_number() over (
            order by
                is_known desc,
                case when is_known then received_at end desc,
                received_at
        ) = 1 as is_in_force
    from known
)

select * from ranked
