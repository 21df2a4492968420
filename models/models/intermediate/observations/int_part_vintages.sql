with observations as (
    select * from {{ ref('int_observations_versioned') }}
    where area_id is not null
),

inputs as (
    select * from {{ ref('int_indicator_inputs') }}
),

files as (
    select * from {{ ref('int_files_received') }}
),

areas as (
    select
        *,
        min(valid_from) over (partition by parent_area_id) as first_day
    from {{ ref('stg_programme__areas') }}
    where level = 'neighbourhood'
),

revised as (
    select
        form,
        frequency,
        period_start,
        period_end
    from observations
    group by all
    having count(distinct file_hash) > 1 or count(correction_id) > 0
),

cells as (
    select
        inputs.indicator_id,
        inputs.source,
        inputs.role,
        inputs.sign,
        inputs.n_measures,
        inputs.is_additive and observations.kind != 'ratio' as is_additive,
        observations.*,
        files.recency
    from observations
    inner join revised using (form, frequency, period_start, period_end)
    inner join files on observations.file_hash = files.file_hash
    inner join inputs
        on
            observations.form = inputs.form
            and observations.measure = inputs.measure
            and (inputs.category = '*' or observations.category = inputs.category)
),

vintages as (
    select distinct
        form,
        frequency,
        period_start,
        period_end,
        file_hash,
        file_name,
        received_at,
        recency
    from cells
),

standing as (
    select
        cells.* exclude (file_hash, file_name, received_at, recency),
        vintages.file_hash,
        vintages.file_name,
        vintages.received_at,
        vintages.recency
    from vintages
    inner join cells
        on
            vintages.form = cells.form
            and vintages.frequency = cells.frequency
            and vintages.period_start = cells.period_start
            and vintages.period_end = cells.period_end
            and vintages.recency >= cells.recency
    qualify row_number() over (
        partition by
            cells.indicator_id, cells.source, cells.role, cells.measure, cells.category,
            cells.area_id, cells.frequency, cells.period_start, cells.period_end,
            vintages.file_hash
        order by cells.version
    ) = 1
),

by_area as (
    select
        *,
        area_id as part_area_id,
        false as is_sum
    from standing
    union all by name
    select
        standing.*,
        areas.parent_area_id as part_area_id,
        true as is_sum
    from standing
    inner join areas on standing.area_id = areas.area_id
    where standing.is_additive
),

added as (
    select
        indicator_id,
        source,
        role,
        part_area_id as area_id,
        frequency,
        period_start,
        period_end,
        file_hash,
        file_name,
        received_at,
        recency,
        is_sum,
        {{ stable_sum('sign * value') }} as value,
        {{ stable_sum('sign * landed_value') }} as landed_value,
        count(*) as n_cells,
        count(distinct by_area.area_id) as n_areas,
        count(distinct measure) = any_value(n_measures) as is_whole
    from by_area
    group by all
),

existing as (
    select
        spans.area_id,
        spans.period_end,
        count(*) as n_existing
    from (select distinct
        area_id,
        period_end
    from added
    where is_sum) as spans
    inner join areas
        on
            spans.area_id = areas.parent_area_id
            and coalesce(areas.valid_from <= greatest(spans.period_end, areas.first_day), true)
            and coalesce(areas.valid_to > greatest(spans.period_end, areas.first_day), true)
    group by spans.area_id, spans.period_end
),

-- a sum with a neighbourhood missing is no sum; then the stated total counts
compared as (
    select
        added.*,
        added.n_cells = max(added.n_cells)
            over (
                partition by
                    added.indicator_id, added.source, added.role, added.area_id, added.frequency,
                    added.period_start, added.period_end, added.is_sum
            )
        and added.n_areas >= coalesce(existing.n_existing, 0) as is_full
    from added
    left join existing using (area_id, period_end)
    where added.is_whole
),

parts as (
    select * exclude (is_sum, n_cells, n_areas, is_whole, is_full)
    from compared
    where is_full or not is_sum
    qualify row_number() over (
        partition by
            indicator_id, source, role, area_id, frequency, period_start, period_end, file_hash
        order by is_sum desc
    ) = 1
)

select * from parts
