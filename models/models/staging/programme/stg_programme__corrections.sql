with decided as (
    select * from {{ source('landed', 'programme_corrections') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

files as (
    select
        file_hash,
        file_name,
        parse_filename(file_name) as base_name
    from {{ ref('stg_landed__files') }}
),

in_force as (
    select
        decided.correction_id,
        decided.file_hash,
        decided.form,
        decided.measure,
        decided.category,
        decided.area_id,
        decided.period_end,
        decided.expected_value,
        decided.corrected_value,
        decided.reason,
        decided.author,
        decided.decided_on
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
),

-- a file may be named, or its hash begun; where two files fit, none does
found as (
    select
        in_force.correction_id,
        any_value(files.file_hash) as file_hash
    from in_force
    inner join files
        on
            in_force.file_hash in (files.file_name, files.base_name)
            or (
                length(in_force.file_hash) >= 8
                and starts_with(files.file_hash, lower(in_force.file_hash))
            )
    group by in_force.correction_id
    having count(distinct files.file_hash) = 1
),

told as (
    select in_force.* replace (coalesce(found.file_hash, in_force.file_hash) as file_hash)
    from in_force
    left join found on in_force.correction_id = found.correction_id
)

select * from told
