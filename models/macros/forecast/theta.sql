{#
    Theta (Assimakopoulos and Nikolopoulos 2000): halfway between the straight line through all points
    and the smoothed level of the series whose distance from that line is doubled.
    views: series_id, origin, seen_as, points, steps, period. Rows: series_id, origin, seen_as, sse, path.
#}
{% macro forecast_theta(views) %}
    with sums as (
        select
            *,
            len(points) as n,
            {{ fold(
                "points",
                {"t": 1, "y_sum": 0, "ty_sum": 0},
                {
                    "t": "acc.t + 1",
                    "y_sum": "acc.y_sum + " ~ fold_item(),
                    "ty_sum": "acc.ty_sum + acc.t * " ~ fold_item(),
                },
            ) }} as f
        from {{ views }}
    ),

    lines as (
        select
            *,
            case
                when n > 1
                    then (f.ty_sum - (n + 1) / 2 * f.y_sum) * 12 / (n * (n * n - 1.0))
                else 0
            end as slope,
            f.y_sum / n + slope * (n - 1) / 2 as line_end,
        from sums
    ),

    doubled as (
        select
            * replace (
                list_transform(
                    points, {{ lambda("y, t") }} 2 * y - (line_end + slope * (t - n))
                ) as points
            )
        from lines
    ),

    fits as (
        {{ level_fit("doubled", level_alphas()) }}
    )

    select
        lines.series_id,
        lines.origin,
        lines.seen_as,
        cast(null as double) as sse,
        list_transform(
            lines.steps,
            lambda step: (fits.fit.level + lines.line_end + lines.slope * step) / 2
        ) as path
    from lines
    inner join fits using (series_id, origin, seen_as)
{% endmacro %}
