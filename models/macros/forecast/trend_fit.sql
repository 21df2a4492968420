{#
    Holt's smoothing of a list with a trend damped by phi, the trend smoothed at alpha × ratio. One pass
    carries the forecast of the next point, the trend in it and the squared errors so far.
    Beside the list it reads alpha, ratio and phi, and what `trend_gains` makes of them.
#}
{% macro trend_fold(items, first_forecast, first_trend) -%}
    {%- set error = "(" ~ fold_item() ~ " - acc.forecast)" -%}
    {{ fold(
        items,
        {"forecast": first_forecast, "trend": first_trend, "sse": 0},
        {
            "forecast": "acc.forecast + phi_squared * acc.trend + forecast_gain * " ~ error,
            "trend": "phi * acc.trend + trend_gain * " ~ error,
            "sse": "acc.sse + " ~ error ~ " * " ~ error,
        },
    ) }}
{%- endmacro %}

{# What an error adds to the forecast and to the trend, worked out once instead of at every point. #}
{% macro trend_gains() -%}
    phi * phi as phi_squared,
    alpha * (1 + phi * ratio) as forecast_gain,
    alpha * ratio as trend_gain
{%- endmacro %}

{# Every choice of the smoothing parameters, with its gains. #}
{% macro trend_grid(alphas, ratios, phis) %}
    select
        alpha,
        ratio,
        phi,
        {{ trend_gains() }}
    from (select unnest({{ alphas }})::double as alpha)
    cross join (select unnest({{ ratios }})::double as ratio)
    cross join (select unnest({{ phis }})::double as phi)
{% endmacro %}

{# Best of a grid of smoothing parameters for each row of `views`: struct fit (sse, …, level, trend). #}
{% macro trend_fit(views, alphas, ratios, phis) %}
    with grid as (
        {{ trend_grid(alphas, ratios, phis) }}
    ),

    weights as (
        {{ start_weights(views, "grid") }}
    ),

    started as (
        select
            views.series_id,
            views.origin,
            views.seen_as,
            views.points,
            grid.*,
            {{ dot_product("views.points", "weights.level_weights") }} as first_level,
            {{ dot_product("views.points", "weights.trend_weights") }} as first_trend
        from {{ views }} as views
        inner join weights on len(views.points) = weights.n_points
        inner join grid using (alpha, ratio, phi)
    ),

    folded as (
        select
            * exclude (points),
            {{ trend_fold("points", "first_level + phi * first_trend", "first_trend") }} as f
        from started
    )

    select
        series_id,
        origin,
        seen_as,
        min({
            'sse': f.sse,
            'phi': phi,
            'alpha': alpha,
            'ratio': ratio,
            'level': f.forecast - phi * f.trend,
            'trend': f.trend
        }) as fit
    from folded
    group by series_id, origin, seen_as
{% endmacro %}

{# Forecasts of every view along its steps by the best fit of a grid of trend parameters. #}
{% macro trend_forecast(views, alphas, ratios, phis) %}
    with fits as (
        {{ trend_fit(views, alphas, ratios, phis) }}
    )

    select
        views.series_id,
        views.origin,
        views.seen_as,
        fits.fit.sse,
        list_transform(
            views.steps,
            lambda step: fits.fit.level + fits.fit.trend * case
                when fits.fit.phi = 1 then step
                else fits.fit.phi * (1 - fits.fit.phi ** step) / (1 - fits.fit.phi)
            end
        ) as path
    from {{ views }} as views
    inner join fits using (series_id, origin, seen_as)
{% endmacro %}
