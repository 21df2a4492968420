with origins as (
    select * from {{ ref('int_forecast_origins') }}
    where origin = 0
),

candidates as (
    select * from {{ ref('int_forecast_candidates') }}
),

steps as (
    select * from {{ ref('int_forecast_steps') }}
),

scales as (
    select * from {{ ref('int_forecast_scales') }}
    where origin = 0 and scale > 0
),

-- where methods are weighted their median counts as one more
methods as (
    select
        candidates.series_id,
        candidates.method,
        origins.is_weighted
    from candidates
    inner join origins using (series_id, origin)
    where candidates.step = 1 and (origins.is_weighted or candidates.method != 'median')
),

errors as (
    select
        candidates.series_id,
        candidates.method,
        {{ stable_mean('least(1e9, abs(steps.outcome - candidates.value) / scales.scale)') }}
            as error
    from candidates
    inner join steps using (series_id, origin, step)
    inner join scales using (series_id)
    where candidates.origin > 0
    group by candidates.series_id, candidates.method
),

-- the fourth power of the error, against the least one so that no power leaves what a double holds
rated as (
    select
        methods.series_id,
        methods.method,
        case
            when methods.is_weighted and errors.error is not null
                then
                    power(
                        (min(errors.error) over (partition by methods.series_id) + 1e-4)
                        / (errors.error + 1e-4),
                        4
                    )
            else 1.0
        end as rating
    from methods
    left join errors using (series_id, method)
),

totals as (
    select
        series_id,
        list_sum(list(rating order by method)) as total
    from rated
    group by series_id
)

select
    rated.series_id,
    rated.method,
    rated.rating / totals.total as weight
from rated
inner join totals using (series_id)
