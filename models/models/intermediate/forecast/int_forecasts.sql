with origins as (
    select * from {{ ref('int_forecast_origins') }}
    where origin = 0
),

mixed as (
    select * from {{ ref('int_forecast_mixes') }}
),

spreads as (
    select * from {{ ref('int_forecast_spreads') }}
    where origin = 0
),

leaders as (
    select * from {{ ref('int_forecast_leaders') }}
),

spread_out as (
    select
        mixed.series_id,
        mixed.step,
        mixed.value,
        spreads.spread,
        spreads.quantiles,
        origins.is_cumulative,
        origins.floor,
        origins.upper_bound,
        origins.gives_interval,
        origins.gives_chance,
        leaders.method_en as method,
        leaders.method_vi,
        {{ interval_end('mixed.value', 'spreads', 0.1) }} as lower_80,
        {{ interval_end('mixed.value', 'spreads', 0.9) }} as upper_80,
        {{ interval_end('mixed.value', 'spreads', 0.025) }} as lower_95,
        {{ interval_end('mixed.value', 'spreads', 0.975) }} as upper_95
    from mixed
    inner join origins using (series_id)
    inner join spreads using (series_id, step)
    inner join leaders using (series_id)
),

-- the rules say from how many points on there is an interval; it always holds its value
widened as (
    select
        * exclude (gives_interval, lower_80, upper_80, lower_95, upper_95),
        case when gives_interval then least(lower_80, value) end as lower_80,
        case when gives_interval then greatest(upper_80, value) end as upper_80,
        case when gives_interval then least(lower_95, lower_80, value) end as lower_95,
        case when gives_interval then greatest(upper_95, upper_80, value) end as upper_95
    from spread_out
),

-- what only grows never falls from one step to the next, nor do the ends of its interval
grown as (
    select
        * exclude (value, lower_80, upper_80, lower_95, upper_95),
        case when is_cumulative then max(value) over so_far else value end as value,
        case when is_cumulative then max(lower_80) over so_far else lower_80 end as lower_80,
        case when is_cumulative then max(upper_80) over so_far else upper_80 end as upper_80,
        case when is_cumulative then max(lower_95) over so_far else lower_95 end as lower_95,
        case when is_cumulative then max(upper_95) over so_far else upper_95 end as upper_95
    from widened
    window so_far as (partition by series_id order by step)
),

forecasts as (
    select
        * exclude (value, lower_80, upper_80, lower_95, upper_95),
        {{ clamp('value', 'floor', 'upper_bound') }} as value,
        {{ clamp('lower_80', 'floor', 'upper_bound') }} as lower_80,
        {{ clamp('upper_80', 'floor', 'upper_bound') }} as upper_80,
        {{ clamp('lower_95', 'floor', 'upper_bound') }} as lower_95,
        {{ clamp('upper_95', 'floor', 'upper_bound') }} as upper_95
    from grown
)

select * from forecasts
