with origins as (
    select * from {{ ref('int_forecast_origins') }}
),

registry as (
    select * from {{ ref('indicators') }}
),

tried as (
    {% for method in var('projection_methods') -%}
    select
        '{{ method }}' as method,
        *
    from ({{ context[method]() }})
    {{ 'union all by name' if not loop.last }}
    {% endfor %}
),

-- a spread below half a unit of the last shown digit would claim more than the figures can
bounded as (
    select
        tried.method,
        tried.indicator_id,
        tried.area_id,
        tried.origin_index,
        tried.step,
        origins.is_last as is_future,
        origins.frequency,
        {{ period_end_after('origins.period_end', 'origins.frequency', 'tried.step') }}
            as period_end,
        tried.value,
        case
            when tried.spread is not null
                then greatest(tried.spread, 0.5 * power(10, -registry.decimals))
        end as spread,
        case
            when registry.kind = 'cumulative_since' then origins.value else registry.lower_bound
        end as lower_bound,
        registry.upper_bound
    from tried
    inner join origins
        on
            tried.indicator_id = origins.indicator_id
            and tried.area_id = origins.area_id
            and tried.origin_index = origins.origin_index
    inner join registry on tried.indicator_id = registry.indicator_id
),

forecasts as (
    select
        method,
        indicator_id,
        area_id,
        origin_index,
        step,
        is_future,
        frequency,
        period_end,
        {{ clamp('value', 'lower_bound', 'upper_bound') }} as value,
        spread,
        {{ interval_end('lower', 80) }} as lower_80,
        {{ interval_end('upper', 80) }} as upper_80,
        {{ interval_end('lower', 95) }} as lower_95,
        {{ interval_end('upper', 95) }} as upper_95
    from bounded
)

select * from forecasts
