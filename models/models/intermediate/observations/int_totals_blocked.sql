with observations as (
    select * from {{ ref('int_observations_versioned') }}
    where version = 1
),

rejects as (
    select * from {{ ref('stg_landed__rejects') }}
    where severity = 'error'
),

places as (
    select distinct
        form,
        measure,
        frequency,
        period_start,
        period_end,
        file_hash,
        sheet,
        cell_column
    from observations
),

-- a reject in the column of another measure does not concern this one; one in a key column does
rejected as (
    select
        places.form,
        places.measure,
        places.frequency,
        places.period_start,
        places.period_end
    from places
    inner join rejects on places.file_hash = rejects.file_hash and places.sheet = rejects.sheet
    where
        rejects.cell_column is null
        or rejects.cell_column = places.cell_column
        or not exists (
            select 1
            from places as others
            where
                others.file_hash = rejects.file_hash
                and others.sheet = rejects.sheet
                and others.cell_column = rejects.cell_column
        )
),

reasons as (
    select
        *,
        true as is_reject,
        false as is_unknown_area
    from rejected
    union all by name
    select
        form,
        measure,
        frequency,
        period_start,
        period_end,
        false as is_reject,
        true as is_unknown_area
    from observations
    where area_id is null
),

blocked as (
    select
        form,
        measure,
        frequency,
        period_start,
        period_end,
        bool_or(is_reject) as has_reject,
        bool_or(is_unknown_area) as has_unknown_area
    from reasons
    group by form, measure, frequency, period_start, period_end
)

select * from blocked
