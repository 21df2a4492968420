{%- set figure = 'indicator_id, source, role, frequency, period_start, period_end' -%}
with parts as (
    select * from {{ ref('int_observation_parts') }}
),

cells as (
    select * exclude (sign, is_additive, value, is_approximate, received_at, is_sample, cell)
    from {{ ref('int_indicator_cells') }}
),

records as (
    select * from {{ ref('int_record_cells') }}
    where value is not null
),

areas as (
    select * from {{ ref('stg_programme__areas') }}
    where level = 'neighbourhood'
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

summed as (
    select
        *,
        area_id as counted_area_id
    from {{ ref('int_measure_values') }}
    where is_summed
),

paths as (
    select * from {{ ref('int_area_paths') }}
),

carried_over as (
    select
        *,
        area_id as counted_area_id
    from {{ ref('int_indicator_parts') }}
    where is_crosswalk
),

-- a cell counts for its own area, for the area above when the neighbourhoods were added up, and for
-- the area of today when the figures of former areas were carried over
own as (
    select
        *,
        area_id as counted_area_id
    from cells
),

above as (
    select
        cells.*,
        areas.parent_area_id as counted_area_id,
        registry.kind = 'share_of_areas' as is_shared
    from cells
    inner join areas on cells.area_id = areas.area_id
    inner join registry on cells.indicator_id = registry.indicator_id
),

today as (
    select
        cells.*,
        paths.target_area_id as counted_area_id
    from cells
    inner join paths on cells.area_id = paths.source_area_id
),

counting as (
    select own.*
    from own
    anti join summed using ({{ figure }}, measure, counted_area_id)
    union all by name
    select above.* exclude (is_shared)
    from above
    left join summed using ({{ figure }}, measure, counted_area_id)
    where above.is_shared or summed.is_summed
    union all by name
    select today.*
    from today
    semi join carried_over using ({{ figure }}, counted_area_id)
),

-- a running total is joined by itself: by equal dates the others find theirs without trying all
from_forms as (
    {% for is_running in [false, true] -%}
    select
        parts.observation_id,
        parts.part_role,
        parts.role,
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
        parts.observation_id,
        parts.part_role,
        parts.role,
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
        and (
            registry.kind != 'median_duration'
            or records.happened_on between parts.period_start and parts.part_until
        )
)

select * from from_forms
union all by name
select * from from_lists
