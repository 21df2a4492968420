with origins as (
    select * from {{ ref('int_forecast_origins') }}
    where origin = 0
),

scores as (
    select * from {{ ref('int_forecast_scores') }}
),

quantiles as (
    select * from {{ ref('int_forecast_quantiles') }}
),

mixes as (
    select * from {{ ref('int_forecast_mixes') }}
    where origin = 0
),

spreads as (
    {{ forecast_spreads('scores', 'quantiles', 'origin = 0') }}
),

unfolded as (
    select
        mixes.series_id,
        spreads.frequency,
        spreads.history,
        cast(generate_subscripts(mixes.path, 1) as integer) as step,
        unnest(mixes.path) as value,
        unnest(spreads.spreads) as spread,
        value + unnest(spreads.lower_80) as lower_80,
        value + unnest(spreads.upper_80) as upper_80,
        value + unnest(spreads.lower_95) as lower_95,
        value + unnest(spreads.upper_95) as upper_95,
        mixes.method_en as method,
        mixes.method_vi
    from mixes
    inner join spreads using (series_id)
),

spread_out as (
    select
        unfolded.*,
        origins.floor,
        origins.upper_bound,
        origins.gives_chance,
        origins.threshold
    from unfolded
    inner join origins using (series_id)
),

-- the rules say from how many points on there is an interval; it always holds its value
widened as (
    select
        * exclude (lower_80, upper_80, lower_95, upper_95),
        case when gives_chance then least(lower_80, value) end as lower_80,
        case when gives_chance then greatest(upper_80, value) end as upper_80,
        case when gives_chance then least(lower_95, lower_80, value) end as lower_95,
        case when gives_chance then greatest(upper_95, upper_80, value) end as upper_95
    from spread_out
),

bounded as (
    select
        * exclude (value, lower_80, upper_80, lower_95, upper_95),
        {{ clamp('value', 'floor', 'upper_bound') }} as value,
        {{ clamp('lower_80', 'floor', 'upper_bound') }} as lower_80,
        {{ clamp('upper_80', 'floor', 'upper_bound') }} as upper_80,
        {{ clamp('lower_95', 'floor', 'upper_bound') }} as lower_95,
        {{ clamp('upper_95', 'floor', 'upper_bound') }} as upper_95
    from widened
),

distributed as (
    select
        bounded.*,
        quantiles.quantiles
    from bounded
    inner join quantiles using (frequency, history, step)
),

forecasts as (
    select
        * exclude (quantiles),
        case
            when threshold is not null
                then {{ settled(probability_at_least('distributed', 'distributed.threshold')) }}
        end as probability_at_least
    from distributed
)

select * from forecasts
