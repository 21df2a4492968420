with candidates as (
    select * from {{ ref('int_forecast_candidates') }}
    where origin > 0
),

steps as (
    select * from {{ ref('int_forecast_steps') }}
),

scales as (
    select
        series_id,
        case when scale > 0 then scale else 1 end as scale
    from {{ ref('int_forecast_scales') }}
    where origin = 0
),

missed as (
    select
        candidates.series_id,
        candidates.origin,
        candidates.method,
        len(candidates.path) as n_steps,
        {{ stable_list_sum(
            "candidates.path",
            "least(1e9, abs(steps.outcomes[step] - value) / scales.scale)",
        ) }} as error
    from candidates
    inner join steps using (series_id, origin)
    inner join scales using (series_id)
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
)

select * from errors
