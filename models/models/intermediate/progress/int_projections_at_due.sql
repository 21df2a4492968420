with newest as (
    select * from {{ ref('int_series') }}
    where is_last
),

forecasts as (
    select
        newest.indicator_id,
        {{ period_end_after('newest.period_end', 'newest.frequency', 'forecasts.step') }}
            as period_end,
        forecasts.*
    from {{ ref('int_forecasts') }} as forecasts
    inner join newest using (series_id)
),

targets as (
    select * from {{ ref('int_target_points') }}
    where is_final
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

years as (
    select * from {{ ref('int_period_values') }}
    where frequency = 'year' and is_newest
),

due as (
    select
        forecasts.*,
        targets.operator,
        targets.target_value,
        registry.direction,
        case targets.cadence
            when 'yearly' then make_date(year(years.span_start), 12, 31)
            else targets.due_date
        end as due_date
    from forecasts
    inner join targets on forecasts.indicator_id = targets.indicator_id
    inner join registry on forecasts.indicator_id = registry.indicator_id
    inner join years using (series_id)
),

nearest as (
    select *
    from due
    where period_end <= due_date
    qualify row_number() over (partition by series_id order by step desc) = 1
),

distributed as (
    select
        nearest.*,
        quantiles.quantiles
    from nearest
    inner join {{ ref('int_forecast_quantiles') }} as quantiles using (frequency, history, step)
),

projections as (
    select
        series_id,
        value as projected_at_due,
        lower_80,
        upper_80,
        {{ settled(chance_met('distributed', 'operator', 'target_value', 'direction')) }}
            as probability_met
    from distributed
)

select * from projections
