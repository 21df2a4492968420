with series as (
    select * from {{ ref('int_series') }}
),

baselines as (
    select * from {{ ref('int_baselines') }}
),

targets as (
    select * from {{ ref('int_target_points') }}
    where is_final and cadence = 'by_date' and target_value is not null
),

met as (
    select
        series.indicator_id,
        series.area_id,
        series.period_end
    from series
    inner join baselines
        on series.indicator_id = baselines.indicator_id and series.area_id = baselines.area_id
    inner join targets on series.indicator_id = targets.indicator_id
    where
        series.period_end >= baselines.baseline_date
        and {{ is_met('series.value', 'targets.operator', 'targets.target_value') }}
),

reached as (
    select
        indicator_id,
        area_id,
        min(period_end) as reached_date
    from met
    group by indicator_id, area_id
)

select * from reached
