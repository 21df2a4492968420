with shipped as (
    select
        *,
        {{ forecast_quantile_list() }} as quantiles
    from {{ ref('forecast_quantiles') }}
),

-- forecasts lag behind what moves. A share that grows is a rest that shrinks, whose errors have
-- their longer side below; one that stays where it is has none
kept as (
    select * from shipped
    {% for way, own, mirrored in [('rising', 1, 0), ('falling', 0, 1), ('level', 0.5, 0.5)] -%}
    union all
    select
        * replace (
            concat(history, '_{{ way }}') as history,
            list_transform(
                range(1, len(quantiles) + 1),
                lambda i: {{ own }} * quantiles[i]
                - {{ mirrored }} * quantiles[len(quantiles) + 1 - i]
            ) as quantiles
        )
    from shipped
    {% endfor %}
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
        power(wanted.step / kept.step, 0.5) as growth,
        kept.mean_absolute * growth as mean_absolute,
        list_transform(kept.quantiles, lambda q: q * growth) as quantiles
    from wanted
    asof inner join kept
        on
            wanted.frequency = kept.frequency
            and wanted.history = kept.history
            and wanted.step >= kept.step
)

select * exclude (growth) from expected
