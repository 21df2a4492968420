with registry as (
    select * from {{ ref('indicators') }}
),

newest as (
    select * from {{ ref('int_series') }}
    where is_last
),

areas as (
    select area_id from {{ ref('areas') }}
    where level = 'ward'
),

years as (
    select * from {{ ref('int_latest_years') }}
),

baselines as (
    select * from {{ ref('int_baselines') }}
),

targets as (
    select * from {{ ref('int_target_points') }}
    where is_final
),

positions as (
    select * from {{ ref('int_path_positions') }}
),

projections as (
    select * from {{ ref('int_projections_at_due') }}
),

trends as (
    select * from {{ ref('int_trends') }}
),

subjects as (
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

gathered as (
    select
        subjects.indicator_id,
        subjects.area_id,
        registry.section_id,
        registry.direction,
        registry.annual_method,
        registry.decimals,
        newest.frequency,
        coalesce(newest.n_points, 0) as n_points,
        coalesce(newest.is_sample, false) as is_sample,
        newest.period_end as latest_period_end,
        case when targets.cadence = 'yearly' then years.value else newest.value end as latest_value,
        {{ as_of() }} - newest.period_end
        > case newest.frequency when 'month' then 185 when 'quarter' then 370 else 740 end
            as is_stale,
        baselines.baseline_date,
        baselines.baseline_value,
        targets.indicator_id is not null as has_target,
        targets.target_value,
        case
            when targets.cadence = 'yearly' and years.period_year is not null
                then make_date(years.period_year, 12, 31)
            else targets.due_date
        end as target_due,
        targets.operator as target_operator,
        targets.cadence as target_cadence,
        case
            when targets.cadence = 'yearly' then targets.target_value else positions.planned_value
        end
            as planned_value,
        years.is_complete as is_year_complete,
        projections.projected_at_due,
        projections.lower_80 as projected_lower_80,
        projections.upper_80 as projected_upper_80,
        projections.spread_at_due,
        projections.spread_of_step,
        trends.direction as trend_direction
    from subjects
    inner join registry on subjects.indicator_id = registry.indicator_id
    left join newest
        on subjects.indicator_id = newest.indicator_id and subjects.area_id = newest.area_id
    left join years
        on subjects.indicator_id = years.indicator_id and subjects.area_id = years.area_id
    left join baselines
        on subjects.indicator_id = baselines.indicator_id and subjects.area_id = baselines.area_id
    left join targets on subjects.indicator_id = targets.indicator_id
    left join positions
        on subjects.indicator_id = positions.indicator_id and subjects.area_id = positions.area_id
    left join projections
        on
            subjects.indicator_id = projections.indicator_id
            and subjects.area_id = projections.area_id
    left join trends
        on subjects.indicator_id = trends.indicator_id and subjects.area_id = trends.area_id
),

measured as (
    select
        * exclude (spread_of_step, decimals),
        {{ is_met('latest_value', 'target_operator', 'target_value') }} as is_met,
        {{ settled('(planned_value - latest_value) * ' ~ better('direction')) }} as behind,
        greatest(
            0.05 * abs(planned_value - baseline_value), 0.5 * power(10, -decimals)
        ) as on_path_width,
        greatest(
            0.4 * abs(planned_value - baseline_value),
            0.005 * abs(target_value),
            coalesce({{ normal_quantile(80) }} * spread_of_step, 0)
        ) as slightly_behind_width
    from gathered
)

select * from measured
