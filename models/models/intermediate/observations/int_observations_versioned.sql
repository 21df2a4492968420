with observations as (
    select * from {{ ref('stg_landed__observations') }}
),

files as (
    select * from {{ ref('int_files_received') }}
),

areas as (
    select * from {{ ref('stg_programme__areas') }}
),

corrections as (
    select * from {{ ref('stg_programme__corrections') }}
    where decided_on <= {{ known_by() }}
),

received as (
    {{ received('observations') }}
),

former_areas as (
    select * from areas
    where level = 'old_ward'
),

-- the total of a table of former wards is that of a district, not of the ward of today
sheets_of_former_areas as (
    select distinct
        received.file_hash,
        received.sheet,
        received.period_end
    from received
    inner join former_areas on received.area_id = former_areas.area_id
),

of_one_boundary as (
    select received.*
    from received
    left join sheets_of_former_areas as former
        on
            received.file_hash = former.file_hash
            and received.sheet = former.sheet
            and received.period_end = former.period_end
    where former.sheet is null or not received.is_total
),

corrected as (
    select
        received.* exclude (unit, is_subset)
        replace (coalesce(corrections.corrected_value, received.value) as value),
        received.value as landed_value,
        corrections.correction_id
    from of_one_boundary as received
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
        {{ version_of('measure') }} as version
    from corrected
)

select * from versioned
