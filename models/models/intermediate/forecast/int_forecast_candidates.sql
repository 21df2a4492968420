with origins as (
    select * from {{ ref('int_forecast_origins') }}
),

steps as (
    select * from {{ ref('int_forecast_steps') }}
),

scales as (
    select * from {{ ref('int_forecast_scales') }}
),

-- the length of the whole series says which methods may speak
paths as (
    select
        paths.series_id,
        paths.origin,
        paths.method,
        origins.floor,
        origins.upper_bound,
        {{ restored('paths', 'scales', 'origins', 'steps') }} as path
    from {{ ref('int_forecast_paths') }} as paths
    inner join origins using (series_id, origin)
    inner join steps using (series_id, origin)
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
        list_transform(path, lambda value: {{ clamp('value', 'floor', 'upper_bound') }}) as path
    from paths
),

gathered as (
    select
        series_id,
        origin,
        list(path) as paths
    from bounded
    group by series_id, origin
),

medians as (
    select
        series_id,
        origin,
        'median' as method,
        list_transform(
            range(1, len(paths[1]) + 1),
            lambda step: list_median(list_transform(paths, lambda path: path[step]))
        ) as path
    from gathered
)

select * from bounded
union all by name
select * from medians
