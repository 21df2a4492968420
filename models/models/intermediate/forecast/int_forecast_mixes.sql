with candidates as (
    select * from {{ ref('int_forecast_candidates') }}
    where origin = 0
),

weights as (
    select * from {{ ref('int_forecast_weights') }}
),

mixed as (
    select
        candidates.series_id,
        candidates.step,
        list_sum(list(weights.weight * candidates.value order by candidates.method)) as value
    from candidates
    inner join weights using (series_id, method)
    group by candidates.series_id, candidates.step
)

select * from mixed
