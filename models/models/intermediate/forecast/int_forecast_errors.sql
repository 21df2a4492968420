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
        candidates.step,
        candidates.method,
        least(1e9, abs(steps.outcome - candidates.value) / scales.scale) as error
    from candidates
    inner join steps using (series_id, origin, step)
    inner join scales using (series_id)
),

-- a method that cannot speak at every origin is held against the median where it can
errors as (
    select
        missed.series_id,
        missed.method,
        {{ stable_mean('missed.error') }} as error,
        {{ stable_mean('medians.error') }} as median_error
    from missed
    inner join missed as medians using (series_id, origin, step)
    where medians.method = 'median'
    group by missed.series_id, missed.method
)

select * from errors
