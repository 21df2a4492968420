with registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

newest as (
    select * from {{ ref('int_series') }}
    where is_last
),

areas as (
    select area_id from {{ ref('stg_programme__areas') }}
    where level = 'ward' and valid_to is null
),

years as (
    select * from {{ ref('int_period_values') }}
    where frequency = 'year' and is_newest
),

targets as (
    select * from {{ ref('int_target_points') }}
    where is_final
),

-- the ward is judged on every indicator, with figures or without
judged as (
    select
        {{ series_key('registry.indicator_id', 'areas.area_id') }} as series_id,
        registry.indicator_id,
        areas.area_id
    from registry
    cross join areas
    union
    select
        series_id,
        indicator_id,
        area_id
    from newest
),

subjects as (
    select
        judged.*,
        registry.section_id,
        registry.direction,
        registry.temporal_aggregation,
        registry.decimals,
        registry.lower_bound,
        registry.upper_bound,
        newest.frequency,
        coalesce(newest.n_points, 0) as n_points,
        coalesce(newest.is_sample, false) as is_sample,
        newest.period_end as latest_period_end,
        case when targets.cadence = 'yearly' then years.value else newest.value end as latest_value,
        case
            when registry.counted_en is not null and newest.denominator > 0
                then newest.denominator / registry.scale
        end as counted_factor,
        {{ as_of() }} - newest.period_end > {{ stale_after_days('newest.frequency') }} as is_stale,
        coalesce(targets.target_type, 'direction_only') as target_type,
        targets.default_path,
        targets.path_basis,
        targets.target_value,
        targets.operator as target_operator,
        targets.cadence as target_cadence,
        case
            when targets.cadence = 'yearly' and years.span_start is not null
                then make_date(year(years.span_start), 12, 31)
            else targets.due_date
        end as target_due,
        years.has_end as is_year_complete,
        years.has_end and newest.period_end <= {{ as_of() }} as is_year_over,
        targets.default_path = 'within_year'
        or registry.temporal_aggregation = 'last' as can_be_mended
    from judged
    inner join registry on judged.indicator_id = registry.indicator_id
    left join newest using (series_id)
    left join years using (series_id)
    left join targets on judged.indicator_id = targets.indicator_id
)

select * from subjects
