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
        candidates.origin,
        candidates.method,
        origins.is_weighted
    from candidates
    inner join origins using (series_id, origin)
    where origins.is_weighted or candidates.method != 'median'
),

scales as (
    select
        series_id,
        origin,
        any_value(case when scale > 0 then scale else 1 end) as scale
    from candidates
    group by series_id, origin
),

-- what was known at an origin: forecasts from before it, held against what had come by then
missed as (
    select
        scales.series_id,
        scales.origin,
        candidates.origin as tried_origin,
        candidates.method,
        least(len(candidates.path), candidates.origin - scales.origin) as n_steps,
        {{ stable_list_sum(
            "candidates.path[1:candidates.origin - scales.origin]",
            "least(1e9, abs(past.outcomes[step] - value) / scales.scale)",
        ) }} as error
    from candidates
    inner join origins as past using (series_id, origin)
    inner join scales
        on
            candidates.series_id = scales.series_id
            and candidates.origin > scales.origin
),

-- a method that cannot speak at every origin is held against the median where it can
errors as (
    select
        missed.series_id,
        missed.origin,
        missed.method,
        cast(sum(missed.error) as double) / sum(missed.n_steps) as error,
        cast(sum(medians.error) as double) / sum(missed.n_steps) as median_error
    from missed
    inner join missed as medians using (series_id, origin, tried_origin)
    where medians.method = 'median'
    group by missed.series_id, missed.origin, missed.method
),

rated as (
    select
        methods.*,
        case
            when methods.is_weighted and errors.error is not null
                then power((errors.median_error + 1e-4) / (errors.error + 1e-4), 6)
            else 1.0
        end as rating
    from methods
    left join errors using (series_id, origin, method)
),

totals as (
    select
        series_id,
        origin,
        list_sum(list(rating order by method)) as total
    from rated
    group by series_id, origin
),

-- weights learned from a few origins are half luck: the median, which learns nothing, has the
-- other half
weights as (
    select
        rated.series_id,
        rated.origin,
        rated.method,
        case
            when not rated.is_weighted then rated.rating / totals.total
            when rated.method = 'median' then 0.5 + 0.5 * rated.rating / totals.total
            else 0.5 * rated.rating / totals.total
        end as weight
    from rated
    inner join totals using (series_id, origin)
)

select * from weights
