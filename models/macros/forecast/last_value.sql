{#-
Method last_value: the last value carried forward. The spread of step h is the root mean square of the
h-step changes seen up to the origin, at least three of them; past the longest such step it widens with
the square root of the step. It never narrows as steps go on.
Rows: series, origin_index, step, value, spread.
-#}
{% macro last_value() %}
    with origins as (
        select * from {{ ref('int_forecast_origins') }}
    ),

    seen as (
        select
            indicator_id,
            area_id,
            target_index as origin_index,
            horizon,
            sqrt(cast(avg_square as double)) as spread
        from (
            select
                *,
                sum(cast(change * change as decimal(38, 6))) over expanding
                / count(*) over expanding as avg_square,
                count(*) over expanding as n_changes
            from {{ ref('int_series_changes') }}
            window expanding as (
                partition by indicator_id, area_id, horizon order by target_index
            )
        )
        where n_changes >= 3
    ),

    reach as (
        select
            indicator_id,
            area_id,
            origin_index,
            max(horizon) as max_horizon
        from seen
        group by indicator_id, area_id, origin_index
    ),

    stepped as (
        select
            origins.indicator_id,
            origins.area_id,
            origins.origin_index,
            origins.value,
            reach.max_horizon,
            unnest(range(1, cast(origins.n_steps + 1 as integer))) as step
        from origins
        left join reach using (indicator_id, area_id, origin_index)
    )

    select
        stepped.indicator_id,
        stepped.area_id,
        stepped.origin_index,
        cast(stepped.step as integer) as step,
        stepped.value,
        max(seen.spread * sqrt(greatest(1.0, stepped.step / stepped.max_horizon))) over (
            partition by stepped.indicator_id, stepped.area_id, stepped.origin_index
            order by stepped.step
        ) as spread
    from stepped
    left join seen
        on
            stepped.indicator_id = seen.indicator_id
            and stepped.area_id = seen.area_id
            and stepped.origin_index = seen.origin_index
            and seen.horizon = least(stepped.step, stepped.max_horizon)
{% endmacro %}
