with decided as (
    select * from {{ source('landed', 'programme_form_columns') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

in_force as (
    select
        decided.form_id,
        decided.column_id,
        decided.headers,
        decided.type,
        decided.unit,
        decided.kind,
        decided.minimum,
        decided.maximum,
        decided.is_required,
        decided.is_subset,
        decided.categories,
        decided.note
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
)

select * from in_force
