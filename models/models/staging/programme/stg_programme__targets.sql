with decided as (
    select * from {{ source('landed', 'programme_targets') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

in_force as (
    select
        decided.indicator_id,
        decided.due_date,
        decided.cadence,
        decided.operator,
        decided.target_value,
        decided.legal_basis,
        decided.assigned_by,
        decided.valid_from,
        decided.valid_to,
        decided.target_type
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
)

select * from in_force
