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
    select * from {{ ref('int_latest_years') }}
),

targets as (
    select * from {{ ref('int_target_points') }}
    where is_final
),

-- the ward is judged on every indicator, with figures or without
judged as (
    select
        registry.indicator_id,
        areas.area_id
    from registry
    cross join areas
    union
    select
        indicator_id,
        area_id
    from newest
),

subjects as (
    select
        judged.indicator_id,
        judged.area_id,
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
            when targets.cadence = 'yearly' and years.period_year is not null
                then make_date(years.period_year, 12, 31)
            else targets.due_date
        end as target_due,
        years.is_complete as is_year_complete,
        years.is_complete and newest.period_end <= {{ as_of() }} as is_year_over,
        targets.default_path = 'within_year'
        or registry.temporal_aggregation = 'last' as can_be_mended
    from judged
    inner join registry on judged.indicator_id = registry.indicator_id
    left join newest
        on judged.indicator_id = newest.indicator_id and judged.area_id = newest.area_id
    left join years
        on judged.indicator_id = years.indicator_id and judged.area_id = years.area_id
    left join targets on judged.indicator_id = targets.indicator_id
)

select * from subjects
