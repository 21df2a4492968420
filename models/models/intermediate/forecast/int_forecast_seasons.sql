-- recent years count more: each year counts 0.7 of the one after it
with folded as (
    select
        series_id,
        origin,
        period,
        position,
        is_multiplicative,
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
    from {{ ref('int_forecast_deviations') }}
),

means as (
    select
        series_id,
        origin,
        any_value(period) as period,
        bool_or(is_multiplicative) as is_multiplicative,
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
        *,
        list_avg(means) as mean_of_means,
        case
            when n_seen <= period then 0.9
            when list_var_samp(means) > 0
                then
                    greatest(
                        0,
                        1 - list_sum(squares) / (n_seen - period)
                        * list_avg(variances_of_mean) / list_var_samp(means)
                    )
            else 0
        end as kept
    from means
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
