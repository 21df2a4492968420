with observations as (
    select * from {{ ref('stg_landed__observations') }}
),

files as (
    select * from {{ ref('int_files_received') }}
),

aliases as (
    select * from {{ ref('area_aliases') }}
),

corrections as (
    select * from {{ ref('corrections') }}
    where decided_on <= {{ as_of() }}
),

received as (
    select
        observations.* exclude (area_id),
        coalesce(observations.area_id, aliases.area_id) as area_id,
        files.file_name,
        files.received_at,
        files.is_sample,
        files.recency
    from observations
    inner join files on observations.file_hash = files.file_hash
    left join aliases on lower(trim(observations.area_text)) = aliases.alias
),

corrected as (
    select
        received.form,
        received.measure,
        received.category,
        received.area_text,
        received.area_id,
        received.frequency,
        received.period_start,
        received.period_end,
        received.value as landed_value,
        coalesce(corrections.corrected_value, received.value) as value,
        corrections.correction_id,
        received.kind,
        received.is_approximate,
        received.is_total,
        received.file_hash,
        received.file_name,
        received.received_at,
        received.is_sample,
        received.sheet,
        received.cell,
        received.cell_column,
        received.cell_row,
        received.recency
    from received
    left join corrections
        on
            received.file_hash = corrections.file_hash
            and received.form = corrections.form
            and received.measure = corrections.measure
            and received.category = coalesce(corrections.category, '')
            and received.area_id = corrections.area_id
            and received.period_end = corrections.period_end
            and received.value = corrections.expected_value
),

versioned as (
    select
        * exclude (recency),
        row_number() over (
            partition by
                form, measure, category, coalesce(area_id, area_text),
                frequency, period_start, period_end
            order by recency desc, sheet desc, cell_row desc, cell_column desc
        ) as version
    from corrected
)

select * from versioned
