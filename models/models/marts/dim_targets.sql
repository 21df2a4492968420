with targets as (
    select * from {{ ref('stg_programme__targets') }}
),

named as (
    select
        indicator_id,
        {{ target_type('targets') }} as target_type,
        due_date,
        cadence,
        operator,
        target_value,
        legal_basis,
        assigned_by,
        valid_from,
        valid_to
    from targets
)

select * from named
order by indicator_id, due_date, valid_from
