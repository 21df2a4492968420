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
        positions.position,
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
),

-- recent years count more: each year counts 0.7 of the one after it
folded as (
    select
        series_id,
        origin,
        position,
        len(seen) as n_seen,
        {{ fold(
            "seen",
            {"total": 0, "square": 0, "weight": 0, "weight_square": 0},
            {
                "total": "0.7 * acc.total + " ~ fold_item(),
                "square": "0.7 * acc.square + " ~ fold_item() ~ " * " ~ fold_item(),
                "weight": "0.7 * acc.weight + 1",
                "weight_square": "0.49 * acc.weight_square + 1",
            },
        ) }} as f
    from by_position
),

means as (
    select
        series_id,
        origin,
        list(f.total / f.weight order by position) as means,
        list(f.weight_square / (f.weight * f.weight) order by position) as variances_of_mean,
        list(
            greatest(0, f.square - f.total * f.total / f.weight) * f.weight / f.weight_square
            order by position
        ) as squares,
        cast(sum(n_seen) as integer) as n_seen
    from folded
    group by series_id, origin
),

-- the less the seasons differ beside the noise within each, the less of them is kept
kept as (
    select
        means.series_id,
        means.origin,
        deviations.is_multiplicative,
        means.means,
        list_avg(means.means) as mean_of_means,
        case
            when means.n_seen <= deviations.period then 0.9
            when list_var_samp(means.means) > 0
                then
                    greatest(
                        0,
                        1 - list_sum(means.squares) / (means.n_seen - deviations.period)
                        * list_avg(means.variances_of_mean) / list_var_samp(means.means)
                    )
            else 0
        end as kept
    from means
    inner join deviations using (series_id, origin)
),

seasons as (
    select
        series_id,
        origin,
        is_multiplicative,
        list_transform(
            means,
            lambda m: case
                when is_multiplicative then 1 + kept * (m / mean_of_means - 1)
                else kept * (m - mean_of_means)
            end
        ) as seasons
    from kept
)

select * from seasons
