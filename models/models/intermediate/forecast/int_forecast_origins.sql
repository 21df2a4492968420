with histories as (
    select
        *,
        -- what a fit needs: four points, or two whole years of seasons
        n_points - greatest(4, 2 * period) as spare,
        least(horizon, spare) as reach
    from {{ ref('int_forecast_histories') }}
),

-- now, a third, two thirds and all of the horizon ago, and twice as long ago, as far as there is
held_back as (
    select
        * exclude (spare, reach),
        unnest(
            case
                when reach < 1 then [0]
                else list_distinct([
                    0,
                    cast(ceil(reach / 3) as integer),
                    cast(ceil(2 * reach / 3) as integer),
                    reach,
                    least(2 * reach, spare)
                ])
            end
        ) as origin
    from histories
),

-- twelve years, or sixty points, are all that a fit can use
origins as (
    select
        * exclude (observed),
        observed[
            greatest(1, n_points - origin + 1 - greatest(60, 12 * period)):n_points - origin
        ] as points,
        -- a past origin looks as far as there are outcomes, today's to the horizon
        case when origin = 0 then horizon else least(origin, horizon) end as n_steps,
        observed[n_points - origin + 1:n_points - origin + least(origin, horizon)] as outcomes
    from held_back
),

floored as (
    select
        *,
        case when is_cumulative then list_max(points) else lower_bound end as floor
    from origins
)

select * from floored
