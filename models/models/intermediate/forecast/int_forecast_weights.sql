with origins as (
    select * from {{ ref('int_forecast_origins') }}
    where origin = 0
),

candidates as (
    select * from {{ ref('int_forecast_candidates') }}
    where origin = 0
),

errors as (
    select * from {{ ref('int_forecast_errors') }}
),

-- where methods are weighted their median counts as one more
methods as (
    select
        candidates.series_id,
        candidates.method,
        origins.is_weighted
    from candidates
    inner join origins using (series_id, origin)
    where origins.is_weighted or candidates.method != 'median'
),

rated as (
    select
        methods.series_id,
        methods.method,
        case
            when methods.is_weighted and errors.error is not null
                then power((errors.median_error + 1e-4) / (errors.error + 1e-4), 4)
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
