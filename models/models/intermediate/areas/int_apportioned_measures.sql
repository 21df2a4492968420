with measures as (
    select * from {{ ref('int_measure_values') }}
    where value is not null and is_additive
),

paths as (
    select * from {{ ref('int_area_paths') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

-- points and days of an area are no count that its parts could share; a share of areas counts areas
shared as (
    select
        measures.indicator_id,
        measures.source,
        measures.role,
        measures.form,
        measures.measure,
        measures.sign,
        measures.area_id as source_area_id,
        paths.target_area_id,
        measures.frequency,
        measures.period_start,
        measures.period_end,
        measures.value,
        paths.weight,
        paths.weight_low,
        paths.weight_high,
        paths.is_assumed,
        paths.is_whole,
        measures.is_approximate,
        measures.received_at,
        measures.is_sample
    from measures
    inner join paths on measures.area_id = paths.source_area_id
    inner join registry on measures.indicator_id = registry.indicator_id
    where
        registry.kind != 'share_of_areas'
        and (measures.role != 'value' or registry.unit not in ('percent', 'points', 'days'))
),

apportioned as ({{ largest_remainder('shared', [
    'indicator_id', 'source', 'role', 'form', 'measure', 'source_area_id', 'frequency',
    'period_start', 'period_end'
]) }})

select * from apportioned
