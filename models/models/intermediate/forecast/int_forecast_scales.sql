with views as (
    select * from {{ ref('int_forecast_views') }}
    where seen_as = 'adjusted'
),

origins as (
    select * from {{ ref('int_forecast_origins') }}
),

smoothed as (
    select
        series_id,
        origin,
        sse
    from {{ ref('int_forecast_paths') }}
    where method = 'ses'
),

-- what a smoothed level is usually off by one step ahead, never nothing while values move
scales as (
    select
        views.series_id,
        views.origin,
        greatest(
            origins.resolution,
            sqrt(greatest(0, smoothed.sse) / greatest(1, len(views.points) - 1))
            + 0.02 * coalesce(list_avg(list_transform(
                range(1, len(views.points)),
                lambda i: abs(views.points[i + 1] - views.points[i])
            )), 0)
        ) as scale,
        list_min(views.points) as lowest,
        list_max(views.points) as highest
    from views
    inner join origins using (series_id, origin)
    inner join smoothed using (series_id, origin)
)

select * from scales
