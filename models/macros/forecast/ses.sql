{#
    Simple exponential smoothing: the level now, carried forward, for want of any trend.
    views: series_id, origin, seen_as, points, steps, period. Rows: series_id, origin, seen_as, sse, path.
#}
{% macro forecast_ses(views) %}
    with fits as (
        {{ level_fit(views, level_alphas()) }}
    )

    select
        views.series_id,
        views.origin,
        views.seen_as,
        fits.fit.sse,
        list_transform(views.steps, lambda step: fits.fit.level) as path
    from {{ views }} as views
    inner join fits using (series_id, origin, seen_as)
{% endmacro %}
