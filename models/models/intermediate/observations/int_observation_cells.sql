with parts as (
    select * from {{ ref('int_observation_parts') }}
),

cells as (
    select
        indicator_id,
        source,
        role,
        form,
        measure,
        area_id,
        frequency,
        period_start,
        period_end,
        file_hash,
        file_name,
        sheet,
        cell_column,
        cell_row
    from {{ ref('int_indicator_cells') }}
),

records as (
    select * from {{ ref('int_record_cells') }}
),

areas as (
    select * from {{ ref('stg_programme__areas') }}
    where level = 'neighbourhood'
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

summed as (
    select * from {{ ref('int_measure_values') }}
    where is_summed
),

paths as (
    select * from {{ ref('int_area_paths') }}
),

carried_over as (
    select * from {{ ref('int_indicator_parts') }}
    where is_crosswalk
),

-- a cell counts for its own area, for the area above when the neighbourhoods were added up, and for
-- the area of today when the figures of former areas were carried over
counting as (
    select
        cells.*,
        cells.area_id as counted_area_id
    from cells
    left join summed
        using (indicator_id, source, role, measure, area_id, frequency, period_start, period_end)
    where summed.is_summed is null
    union all by name
    select
        cells.*,
        areas.parent_area_id as counted_area_id
    from cells
    inner join areas on cells.area_id = areas.area_id
    inner join registry on cells.indicator_id = registry.indicator_id
    left join summed
        on
            cells.indicator_id = summed.indicator_id
            and cells.source = summed.source
            and cells.role = summed.role
            and cells.measure = summed.measure
            and areas.parent_area_id = summed.area_id
            and cells.frequency = summed.frequency
            and cells.period_start = summed.period_start
            and cells.period_end = summed.period_end
    where registry.kind = 'share_of_areas' or summed.is_summed
    union all by name
    select
        cells.*,
        paths.target_area_id as counted_area_id
    from cells
    inner join paths on cells.area_id = paths.source_area_id
    inner join carried_over
        on
            cells.indicator_id = carried_over.indicator_id
            and cells.source = carried_over.source
            and cells.role = carried_over.role
            and paths.target_area_id = carried_over.area_id
            and cells.frequency = carried_over.frequency
            and cells.period_start = carried_over.period_start
            and cells.period_end = carried_over.period_end
),

-- a running total is joined by itself: by equal dates the others find theirs without trying all
from_forms as (
    {% for is_running in [false, true] -%}
    select
        parts.* exclude (part_frequency, part_from, part_until, is_running),
        counting.form,
        counting.measure,
        counting.file_hash,
        counting.file_name,
        counting.sheet,
        counting.cell_column,
        counting.cell_row
    from parts
    inner join counting
        on
            parts.indicator_id = counting.indicator_id
            and parts.source = counting.source
            and parts.part_role = counting.role
            and parts.area_id = counting.counted_area_id
            {% if is_running -%}
            and parts.part_until >= counting.period_end
            and (parts.part_from is null or parts.part_from <= counting.period_start)
            {% else -%}
            and parts.part_until = counting.period_end
            and (parts.part_from is null or parts.part_from = counting.period_start)
            {% endif -%}
            and (parts.part_frequency is null or parts.part_frequency = counting.frequency)
    where {{ 'not ' if not is_running }}parts.is_running
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

from_lists as (
    select distinct
        parts.* exclude (part_frequency, part_from, part_until, is_running),
        records.form,
        records.measure,
        records.file_hash,
        records.file_name,
        records.sheet,
        '' as cell_column,
        records.row_number as cell_row
    from parts
    inner join registry on parts.indicator_id = registry.indicator_id
    inner join records
        on
            parts.indicator_id = records.indicator_id
            and parts.part_role = records.role
            and parts.area_id = records.area_id
            and parts.part_until = records.period_end
    where
        parts.source = 'primary'
        and records.value is not null
        and (
            registry.kind != 'median_duration'
            or records.happened_on between parts.period_start and parts.period_end
        )
),

gathered as (
    select * from from_forms
    union all by name
    select * from from_lists
),

cells_of_observations as (
    select
        indicator_id,
        source,
        area_id,
        frequency,
        period_start,
        period_end,
        part_role,
        role,
        form,
        measure,
        file_hash,
        file_name,
        sheet,
        cell_column,
        cell_row
    from gathered
)

select * from cells_of_observations
