{#
    Best smoothing of the level alone for each row of `views`: struct fit (sse, alpha, level). The fold
    carries a number less than that of a trend, for every point of every series.
#}
{% macro level_fit(views, alphas) %}
    {%- set error = "(" ~ fold_item() ~ " - acc.level)" -%}
    with grid as (
        {{ trend_grid(alphas, [0], [0]) }}
    ),

    weights as (
        {{ start_weights(views, "grid") }}
    ),

    started as (
        select
            views.series_id,
            views.origin,
            views.seen_as,
            views.points,
            weights.alpha,
            {{ dot_product("views.points", "weights.level_weights") }} as first_level
        from {{ views }} as views
        inner join weights on len(views.points) = weights.n_points
    ),

    folded as (
        select
            * exclude (points),
            {{ fold(
                "points",
                {"level": "first_level", "sse": 0},
                {
                    "level": "acc.level + alpha * " ~ error,
                    "sse": "acc.sse + " ~ error ~ " * " ~ error,
                },
            ) }} as f
        from started
    )

    select
        series_id,
        origin,
        seen_as,
        min({'sse': f.sse, 'alpha': alpha, 'level': f.level}) as fit
    from folded
    group by series_id, origin, seen_as
{% endmacro %}

{% macro level_alphas() -%}
    {{ return([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.999]) }}
{%- endmacro %}
