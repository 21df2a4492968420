with origins as (
    select * from {{ ref('int_forecast_origins') }}
),

candidates as (
    select * from {{ ref('int_forecast_candidates') }}
),

-- where methods are weighted their median counts as one more
methods as (
    select
        candidates.series_id,
        candidates.method,
        origins.is_weighted,
        case when candidates.scale > 0 then candidates.scale else 1 end as scale
    from candidates
    inner join origins using (series_id, origin)
    where origin = 0 and (origins.is_weighted or candidates.method != 'median')
),

scales as (
    select
        series_id,
        any_value(scale) as scale
    from methods
    group by series_id
),

missed as (
    select
        candidates.series_id,
        candidates.origin,
        candidates.method,
        len(candidates.path) as n_steps,
        {{ stable_list_sum(
            "candidates.path",
            "least(1e9, abs(origins.outcomes[step] - value) / scales.scale)",
        ) }} as error
    from candidates
    inner join origins using (series_id, origin)
    inner join scales using (series_id)
    where origin > 0
),

-- a method that cannot speak at every origin is held against the median where it can
errors as (
    select
        missed.series_id,
        missed.method,
        cast(sum(missed.error) as double) / sum(missed.n_steps) as error,
        cast(sum(medians.error) as double) / sum(missed.n_steps) as median_error
    from missed
    inner join missed as medians using (series_id, origin)
    where medians.method = 'median'
    group by missed.series_id, missed.method
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
