with targets as (
    select * from {{ ref('targets') }}
),

in_force as (
    select
        indicator_id,
        due_date,
        cadence,
        operator,
        target_value
    from targets
    where
        valid_from <= {{ as_of() }}
        and (valid_to is null or valid_to > {{ as_of() }})
    qualify row_number() over (
        partition by indicator_id, due_date order by valid_from desc
    ) = 1
),

points as (
    select
        *,
        due_date = max(due_date) over (partition by indicator_id) as is_final
    from in_force
)

select * from points
