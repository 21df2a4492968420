with origins as (
    select * from {{ ref('int_forecast_origins') }}
    where origin = 0 and seasons is not null and len(points) >= 3 * period
),

newest as (
    select * from {{ ref('int_series') }}
    where is_last
),

-- squares of the changes from period to period, as they are and without the season
wavering as (
    select
        origins.*,
        newest.frequency as series_frequency,
        {{ position_in_year('newest.period_end', 'newest.frequency') }} as newest_position,
        list_sum(list_transform(
            range(2, len(origins.points) + 1),
            lambda i: power(origins.points[i] - origins.points[i - 1], 2)
        )) as squares,
        list_sum(list_transform(
            range(2, len(origins.adjusted) + 1),
            lambda i: power(origins.adjusted[i] - origins.adjusted[i - 1], 2)
        )) as squares_without
    from origins
    inner join newest using (series_id)
),

-- a season is clear where most of the wavering goes with it
clear as (
    select
        *,
        unnest(range(period)) as n_after
    from wavering
    where squares > 0 and squares_without <= 0.5 * squares
)

select
    series_id,
    cast((newest_position - 1 + n_after) % period + 1 as integer) as position,
    is_multiplicative,
    seasons[(len(points) - 1 + n_after) % period + 1] as season
from clear
