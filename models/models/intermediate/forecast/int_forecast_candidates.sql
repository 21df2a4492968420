with origins as (
    select * from {{ ref('int_forecast_origins') }}
),

paths as (
    select * from {{ ref('int_forecast_paths') }}
),

-- what a smoothed level is usually off by one step ahead, never nothing while values move; that
-- points never moved does not say that they never will: half a percent of them
scales as (
    select
        origins.series_id,
        origins.origin,
        greatest(
            origins.resolution,
            case
                when list_min(origins.points) = list_max(origins.points)
                    then 0.005 * abs(origins.points[1])
                else 0
            end,
            sqrt(greatest(0, paths.sse) / greatest(1, len(origins.adjusted) - 1))
            + 0.02 * coalesce({{ mean_change('origins.adjusted', '1') }}, 0)
        ) as scale
    from origins
    inner join paths using (series_id, origin)
    where paths.method = 'ses'
),

-- the length of the whole series says which methods may speak
restored as (
    select
        paths.series_id,
        paths.origin,
        paths.method,
        scales.scale,
        origins.floor,
        origins.upper_bound,
        {{ restored('paths', 'origins') }} as path
    from paths
    inner join origins using (series_id, origin)
    inner join scales using (series_id, origin)
    where
        origins.methods = '*'
        or list_contains(string_split(origins.methods, '|'), paths.method)
),

bounded as (
    select
        series_id,
        origin,
        method,
        scale,
        list_transform(path, lambda value: {{ clamp('value', 'floor', 'upper_bound') }}) as path
    from restored
),

gathered as (
    select
        series_id,
        origin,
        any_value(scale) as scale,
        list(path) as paths
    from bounded
    group by series_id, origin
),

medians as (
    select
        series_id,
        origin,
        'median' as method,
        scale,
        list_transform(
            range(1, len(paths[1]) + 1),
            lambda step: list_median(list_transform(paths, lambda path: path[step]))
        ) as path
    from gathered
)

select * from bounded
union all by name
select * from medians
