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
    where is_judged
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

duties as (
    select * from {{ ref('int_duty_years') }}
),

gathered as (
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
        coalesce(duties.duty_due, targets.due_date) as target_due,
        duties.duty_kind
    from judged
    inner join registry on judged.indicator_id = registry.indicator_id
    left join newest using (series_id)
    left join years using (series_id)
    left join duties using (series_id)
    left join targets on judged.indicator_id = targets.indicator_id
),

subjects as (
    select
        *,
        {{ is_met('latest_value', 'target_operator', 'target_value', 'direction') }} as is_met,
        {{ goal_value('target_value', 'target_operator', 'direction', 'counted_factor') }}
            as goal_value
    from gathered
)

select * from subjects
