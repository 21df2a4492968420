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

-- what wanders is off by more the further ahead, what returns to its level is not: how much more
-- the series changes over a third of its points than from one to the next (0: no more, 1: in
-- proportion) says which
changes as (
    select
        series_id,
        origin,
        len(adjusted) // 3 as far,
        {{ mean_change('adjusted', '1') }} as near_change,
        {{ mean_change('adjusted', 'far') }} as far_change
    from origins
),

growths as (
    select
        series_id,
        origin,
        case
            when far >= 2 and near_change > 0
                then least(1, ln(greatest(1, far_change / near_change)) / ln(far))
            else 0.5
        end as growth
    from changes
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
            {{ lambda("season, step") }} scales.scale * power(step, growths.growth / 2)
            * case when origins.is_multiplicative then season else 1 end
        ) as scales,
        mixes.path
    from origins
    inner join mixes using (series_id, origin)
    inner join scales using (series_id, origin)
    inner join growths using (series_id, origin)
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
