with origins as (
    select * from {{ ref('int_forecast_origins') }}
),

raw_views as (
    select
        'raw' as seen_as,
        series_id,
        origin,
        period,
        list_transform(range(1, n_steps + 1), lambda step: cast(step as double)) as steps,
        points
    from origins
),

adjusted_views as (
    select
        raw_views.* replace ('adjusted' as seen_as, origins.adjusted as points),
        origins.lower_bound,
        origins.upper_bound
    from raw_views
    inner join origins using (series_id, origin)
),

log_views as (
    select * replace ('log' as seen_as, list_transform(points, lambda y: ln(y)) as points)
    from adjusted_views
    where list_min(points) > 0 and upper_bound is null
),

shares as (
    select
        * exclude (points),
        list_transform(points, lambda y: (y - lower_bound) / (upper_bound - lower_bound)) as points
    from adjusted_views
    where lower_bound < upper_bound and len(points) >= 7
),

-- next to its floor or ceiling a share has no logit that says anything
logit_views as (
    select
        * replace (
            'logit' as seen_as,
            list_transform(points, lambda share: ln(share / (1 - share))) as points
        )
    from shares
    where list_min(points) >= 0.005 and list_max(points) <= 0.995
),

-- means of whole years; a step is a part of a year, counted from the middle of the last one
annual_views as (
    select
        * replace (
            'annual' as seen_as,
            list_transform(steps, lambda step: (step + (period - 1) / 2) / period) as steps,
            list_transform(
                range(len(points) % period, len(points), period),
                lambda i: list_avg(points[i + 1:i + period])
            ) as points
        )
    from adjusted_views
    where period > 1 and len(points) >= 4 * period
),

paths as (
    {% for view, methods in var('forecast_methods').items() -%}
    {%- set is_last_view = loop.last -%}
    {%- for method in methods %}
    select
        '{{ method if view in ("raw", "adjusted") else view ~ "_" ~ method }}' as method,
        *
    from ({{ context["forecast_" ~ method](view ~ "_views") }})
    {{ 'union all by name' if not (loop.last and is_last_view) }}
    {%- endfor %}
    {%- endfor %}
)

select * from paths
