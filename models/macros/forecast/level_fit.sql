{#
    Exponential smoothing of a list at one alpha, with the best first level.
    One pass carries the forecast from level 0 and the weight that a first level of 1 would have; the
    level that leaves the smallest squared errors is then Σ error·weight / Σ weight², exactly.
#}
{% macro level_fold(items, alpha) -%}
    {%- set error = "(" ~ fold_item() ~ " - acc.forecast)" -%}
    {{ fold(
        items,
        {"forecast": 0, "weight": 1, "weight_error": 0, "weight_square": 0, "error_square": 0},
        {
            "forecast": "acc.forecast + " ~ alpha ~ " * " ~ error,
            "weight": "acc.weight * (1 - " ~ alpha ~ ")",
            "weight_error": "acc.weight_error + acc.weight * " ~ error,
            "weight_square": "acc.weight_square + acc.weight * acc.weight",
            "error_square": "acc.error_square + " ~ error ~ " * " ~ error,
        },
    ) }}
{%- endmacro %}

{# Best of ten smoothing parameters for the list `items` of each row: struct fit (sse, alpha, level). #}
{% macro level_fit(views, items) %}
    with folded as (
        select
            views.series_id,
            views.origin,
            views.seen_as,
            grid.alpha,
            {{ level_fold("views." ~ items, "grid.alpha") }} as f
        from {{ views }} as views
        cross join (
            select unnest([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.999])::double as alpha
        ) as grid
    )

    select
        series_id,
        origin,
        seen_as,
        min({
            'sse': f.error_square - f.weight_error * f.weight_error / f.weight_square,
            'alpha': alpha,
            'level': f.forecast + f.weight * f.weight_error / f.weight_square
        }) as fit
    from folded
    group by series_id, origin, seen_as
{% endmacro %}
