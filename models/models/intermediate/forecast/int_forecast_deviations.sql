with origins as (
    select
        *,
        period // 2 as half
    from {{ ref('int_forecast_origins') }}
    where period > 1 and len(points) >= 2 * period
),

-- centred means of a year, the two ends counted half
levels as (
    select
        *,
        list_min(points) > 0 as is_multiplicative,
        list_transform(
            range(half + 1, len(points) - half + 1),
            lambda i: (
                list_sum(points[i - half:i + half]) - (points[i - half] + points[i + half]) / 2
            ) / period
        ) as year_levels
    from origins
),

deviations as (
    select
        *,
        list_transform(
            year_levels,
            {{ lambda("level, i") }} case
                when is_multiplicative then points[i + half] / level
                else points[i + half] - level
            end
        ) as deviations
    from levels
),

positions as (
    select unnest(range(1, 13)) as position
),

by_position as (
    select
        deviations.series_id,
        deviations.origin,
        deviations.period,
        positions.position,
        deviations.is_multiplicative,
        list_transform(
            range(
                (positions.position - half - 1 + period) % period + 1,
                len(deviations.deviations) + 1,
                period
            ),
            lambda i: deviations.deviations[i]
        ) as seen
    from deviations
    cross join positions
    where positions.position <= deviations.period
)

select * from by_position
