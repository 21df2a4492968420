with forecasts as (
    select * from {{ ref('int_forecasts') }}
    where is_future and method = '{{ var("projection_methods")[0] }}'
),

targets as (
    select * from {{ ref('int_target_points') }}
    where is_final
),

years as (
    select * from {{ ref('int_latest_years') }}
),

first_steps as (
    select * from forecasts
    where step = 1
),

due as (
    select
        forecasts.*,
        case targets.cadence
            when 'yearly' then make_date(years.period_year, 12, 31)
            else targets.due_date
        end as due_date
    from forecasts
    inner join targets on forecasts.indicator_id = targets.indicator_id
    inner join years
        on forecasts.indicator_id = years.indicator_id and forecasts.area_id = years.area_id
),

nearest as (
    select *
    from due
    where period_end <= due_date
    qualify row_number() over (partition by indicator_id, area_id order by step desc) = 1
),

projections as (
    select
        first_steps.indicator_id,
        first_steps.area_id,
        nearest.value as projected_at_due,
        nearest.lower_80,
        nearest.upper_80,
        nearest.spread as spread_at_due,
        first_steps.spread as spread_of_step
    from first_steps
    left join nearest
        on
            first_steps.indicator_id = nearest.indicator_id
            and first_steps.area_id = nearest.area_id
)

select * from projections
