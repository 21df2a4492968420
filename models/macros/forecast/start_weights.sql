{#
    Where exponential smoothing best starts, before any value is seen. Errors are linear in the first level
    and the first trend, so the pair that leaves the smallest squared errors of a list is a weighted sum of
    its points, and the weights depend on the smoothing parameters and the number of points alone.
    views: points; grid: alpha, ratio, phi. Rows: n_points, alpha, ratio, phi, level_weights, trend_weights.
#}
{% macro start_weights(views, grid) %}
    with lengths as (
        select distinct len(points) as n_points
        from {{ views }}
        where len(points) > 0
    ),

    places as (
        select unnest(range(max(n_points))) as place
        from lengths
    ),

    -- what is forecast after so many points of nothing, from a level of 1 and from a trend of 1
    unit_forecasts as (
        select
            grid.*,
            places.place,
            {{ trend_fold("list_resize([]::double[], place, 0)", "1", "0") }}.forecast as by_level,
            {{ trend_fold("list_resize([]::double[], place, 0)", "phi", "1") }}.forecast as by_trend
        from {{ grid }} as grid
        cross join places
    ),

    responses as (
        select
            alpha,
            ratio,
            phi,
            list(by_level order by place) as by_level,
            list(by_trend order by place) as by_trend,
            -- errors that follow a point of 1 that comes after nothing
            list_prepend(
                1, list(-alpha * (by_level + ratio * by_trend) order by place)
            ) as errors
        from unit_forecasts
        group by alpha, ratio, phi
    ),

    cut as (
        select
            lengths.n_points,
            responses.alpha,
            responses.ratio,
            responses.phi,
            responses.by_level[:n_points] as by_level,
            responses.by_trend[:n_points] as by_trend,
            responses.errors[:n_points] as errors
        from lengths
        cross join responses
    ),

    -- the two normal equations: products of the two responses, and of each with the errors by point
    normal as (
        select
            * exclude (by_level, by_trend, errors),
            {{ dot_product("by_level", "by_level") }} as level_square,
            {{ dot_product("by_trend", "by_trend") }} as trend_square,
            {{ dot_product("by_level", "by_trend") }} as level_trend,
            level_square * trend_square - level_trend * level_trend as determinant,
            determinant > 1e-12 * level_square * trend_square as has_trend,
            list_transform(range(1, n_points + 1), lambda i:
                {{ dot_product("by_level[i:]", "errors[:n_points - i + 1]") }}
            ) as level_errors,
            list_transform(range(1, n_points + 1), lambda i:
                {{ dot_product("by_trend[i:]", "errors[:n_points - i + 1]") }}
            ) as trend_errors
        from cut
    )

    select
        n_points,
        alpha,
        ratio,
        phi,
        list_transform(level_errors, {{ lambda("error, i") }} case
            when has_trend
                then (error * trend_square - trend_errors[i] * level_trend) / determinant
            else error / level_square
        end) as level_weights,
        list_transform(trend_errors, {{ lambda("error, i") }} case
            when has_trend
                then (error * level_square - level_errors[i] * level_trend) / determinant
            else 0
        end) as trend_weights
    from normal
{% endmacro %}
