with origins as (
    select * from {{ ref('int_forecast_origins') }}
),

mixes as (
    select * from {{ ref('int_forecast_mixes') }}
),

scales as (
    select
        series_id,
        origin,
        scale
    from {{ ref('int_forecast_candidates') }}
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
            lambda season: scales.scale * case when origins.is_multiplicative then season else 1 end
        ) as scales,
        mixes.path
    from origins
    inner join mixes using (series_id, origin)
    inner join scales using (series_id, origin)
),

-- the weights at an origin never saw the errors that the mix is held against there
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
