with shipped as (
    select
        *,
        {{ forecast_quantile_list() }} as quantiles
    from {{ ref('forecast_quantiles') }}
),

wanted as (
    select
        frequency,
        history,
        cast(unnest(range(1, max(horizon) + 1)) as integer) as step
    from {{ ref('int_forecast_origins') }}
    group by frequency, history
),

-- past the last shipped step errors grow on as they do up to it
expected as (
    select
        wanted.*,
        power(wanted.step / shipped.step, 0.5) as growth,
        shipped.mean_absolute * growth as mean_absolute,
        list_transform(shipped.quantiles, lambda q: q * growth) as quantiles
    from wanted
    asof inner join shipped
        on
            wanted.frequency = shipped.frequency
            and wanted.history = shipped.history
            and wanted.step >= shipped.step
)

select * exclude (growth) from expected
