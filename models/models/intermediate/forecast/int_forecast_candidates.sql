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
    select paths.*
    from {{ ref('int_forecast_paths') }} as paths
    inner join origins using (series_id, origin)
    where
        origins.methods = '*'
        or list_contains(string_split(origins.methods, '|'), paths.method)
),

unfolded as (
    select
        series_id,
        origin,
        seen_as,
        method,
        unnest(path) as view_value,
        generate_subscripts(path, 1) as step
    from paths
),

restored as (
    select
        unfolded.series_id,
        unfolded.origin,
        steps.step,
        unfolded.method,
        {{ restored('unfolded', 'scales', 'origins', 'steps') }} as value,
        origins.floor,
        origins.upper_bound
    from unfolded
    inner join steps using (series_id, origin, step)
    inner join origins using (series_id, origin)
    inner join scales using (series_id, origin)
),

bounded as (
    select
        series_id,
        origin,
        step,
        method,
        {{ clamp('value', 'floor', 'upper_bound') }} as value
    from restored
),

medians as (
    select
        series_id,
        origin,
        step,
        'median' as method,
        median(value) as value
    from bounded
    group by series_id, origin, step
)

select * from bounded
union all by name
select * from medians
