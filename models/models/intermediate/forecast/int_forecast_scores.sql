with origins as (
    select * from {{ ref('int_forecast_origins') }}
),

medians as (
    select * from {{ ref('int_forecast_candidates') }}
    where method = 'median'
),

ahead as (
    select
        origins.series_id,
        origins.origin,
        origins.frequency,
        origins.history,
        origins.outcomes,
        list_transform(
            origins.seasons_ahead,
            lambda season: scale * case when origins.is_multiplicative then season else 1 end
        ) as scales,
        medians.path
    from origins
    inner join medians using (series_id, origin)
),

-- the median never saw the errors that it is held against; the weights did
scored as (
    select
        * exclude (path),
        list_transform(
            outcomes,
            {{ lambda("outcome, step") }} case
                when scales[step] > 0
                    then greatest(-1e6, least(1e6, (outcome - path[step]) / scales[step]))
            end
        ) as scores
    from ahead
)

select * from scored
