with series as (
    select * from {{ ref('int_series') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

targets as (
    select * from {{ ref('int_target_points') }}
    where is_final and cadence = 'by_date' and target_value is not null
),

compared as (
    select
        *,
        period_end < {{ programme_start() }} as is_before,
        value - lag(value) over (partition by series_id order by period_index) as change
    from series
),

nearest as (
    select *
    from compared
    qualify row_number() over (
        partition by series_id
        order by
            is_before desc,
            case when is_before then -period_index else period_index end
    ) = 1
),

baselines as (
    select
        nearest.series_id,
        nearest.indicator_id,
        nearest.area_id,
        case
            when registry.kind = 'cumulative_since' then registry.counted_since - 1
            else nearest.period_end
        end as baseline_date,
        case
            when registry.kind = 'cumulative_since' then 0
            else nearest.value
        end as baseline_value
    from nearest
    inner join registry on nearest.indicator_id = registry.indicator_id
),

reached as (
    select
        series.series_id,
        min(series.period_end) as reached_date
    from series
    inner join baselines using (series_id)
    inner join targets on baselines.indicator_id = targets.indicator_id
    where
        series.period_end >= baselines.baseline_date
        and {{ is_met('series.value', 'targets.operator', 'targets.target_value') }}
    group by series.series_id
),

mean_changes as (
    select
        series_id,
        {{ stable_mean('change') }} as mean_change
    from compared
    group by series_id
),

-- the distance of changes from their mean, so that a steady climb counts as no wavering
usual_changes as (
    select
        series_id,
        {{ stable_mean('abs(compared.change - mean_changes.mean_change)') }} as usual_change
    from compared
    inner join mean_changes using (series_id)
    where compared.change is not null
    group by series_id
    having count(*) >= 4
)

select
    baselines.*,
    reached.reached_date,
    usual_changes.usual_change
from baselines
left join reached using (series_id)
left join usual_changes using (series_id)
