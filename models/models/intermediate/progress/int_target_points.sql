with targets as (
    select * from {{ ref('stg_programme__targets') }}
),

types as (
    select * from {{ ref('target_types') }}
),

in_force as (
    select
        indicator_id,
        {{ target_type('targets') }} as target_type,
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
        in_force.*,
        case
            when in_force.cadence = 'yearly' and types.default_path = 'straight_line' then 'level'
            else types.default_path
        end as default_path,
        in_force.due_date = max(in_force.due_date) over of_indicator as is_final,
        -- what is due next, with a number where one has it; once all have fallen due the last
        row_number() over (
            partition by in_force.indicator_id
            order by
                in_force.due_date < {{ as_of() }},
                in_force.target_value is null,
                abs(date_diff('day', {{ as_of() }}, in_force.due_date))
        ) = 1 as is_judged,
        case when count(*) over of_indicator > 1 then 'milestones' else 'default' end as path_basis
    from in_force
    inner join types on in_force.target_type = types.target_type
    window of_indicator as (partition by in_force.indicator_id)
)

select * from points
