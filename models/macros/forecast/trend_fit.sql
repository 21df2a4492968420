{#
    Holt's smoothing of a list with a trend damped by phi, the trend smoothed at alpha × ratio, with
    the best first level and trend. One pass carries the one-step forecast from zero and those that a
    first level of 1 and a first trend of 1 would have; the best mix of the three solves two normal
    equations.
#}
{% macro trend_fold(items, alpha, ratio, phi) -%}
    {%- set gain = alpha ~ " * (1 + " ~ phi ~ " * " ~ ratio ~ ")" -%}
    {%- set trend_gain = alpha ~ " * " ~ ratio -%}
    {%- set error = "(" ~ fold_item() ~ " - acc.forecast)" -%}
    {{ fold(
        items,
        {
            "forecast": 0, "forecast_trend": 0,
            "by_level": 1, "by_level_trend": 0,
            "by_trend": phi, "by_trend_trend": 1,
            "level_square": 0, "trend_square": 0, "level_trend": 0,
            "level_error": 0, "trend_error": 0, "error_square": 0,
        },
        {
            "forecast": next_forecast("forecast", phi, gain, error),
            "forecast_trend": next_trend("forecast", phi, trend_gain, error),
            "by_level": next_forecast("by_level", phi, gain, "-acc.by_level"),
            "by_level_trend": next_trend("by_level", phi, trend_gain, "-acc.by_level"),
            "by_trend": next_forecast("by_trend", phi, gain, "-acc.by_trend"),
            "by_trend_trend": next_trend("by_trend", phi, trend_gain, "-acc.by_trend"),
            "level_square": "acc.level_square + acc.by_level * acc.by_level",
            "trend_square": "acc.trend_square + acc.by_trend * acc.by_trend",
            "level_trend": "acc.level_trend + acc.by_level * acc.by_trend",
            "level_error": "acc.level_error + acc.by_level * " ~ error,
            "trend_error": "acc.trend_error + acc.by_trend * " ~ error,
            "error_square": "acc.error_square + " ~ error ~ " * " ~ error,
        },
    ) }}
{%- endmacro %}

{%- macro next_forecast(name, phi, gain, error) -%}
    acc.{{ name }} + {{ phi }} * {{ phi }} * acc.{{ name }}_trend + {{ gain }} * {{ error }}
{%- endmacro -%}

{%- macro next_trend(name, phi, gain, error) -%}
    {{ phi }} * acc.{{ name }}_trend + {{ gain }} * {{ error }}
{%- endmacro -%}

{# Best of a grid of smoothing parameters for each row of `views`: struct fit (sse, …, level, trend). #}
{% macro trend_fit(views, alphas, ratios, phis) %}
    with grid as (
        select
            alpha,
            ratio,
            phi
        from (select unnest({{ alphas }})::double as alpha)
        cross join (select unnest({{ ratios }})::double as ratio)
        cross join (select unnest({{ phis }})::double as phi)
    ),

    folded as (
        select
            views.series_id,
            views.origin,
            views.seen_as,
            grid.alpha,
            grid.ratio,
            grid.phi,
            {{ trend_fold("views.points", "grid.alpha", "grid.ratio", "grid.phi") }} as f
        from {{ views }} as views
        cross join grid
    ),

    solved as (
        select
            *,
            f.level_square * f.trend_square - f.level_trend * f.level_trend as determinant,
            determinant > 1e-12 * f.level_square * f.trend_square as has_trend,
            case
                when has_trend
                    then
                        (f.level_error * f.trend_square - f.trend_error * f.level_trend)
                        / determinant
                else f.level_error / f.level_square
            end as first_level,
            case
                when has_trend
                    then
                        (f.trend_error * f.level_square - f.level_error * f.level_trend)
                        / determinant
                else 0
            end as first_trend
        from folded
    ),

    fitted as (
        select
            series_id,
            origin,
            seen_as,
            phi,
            f.error_square - first_level * f.level_error - first_trend * f.trend_error as sse,
            alpha,
            ratio,
            f.forecast + first_level * f.by_level + first_trend * f.by_trend as next_value,
            f.forecast_trend + first_level * f.by_level_trend + first_trend * f.by_trend_trend
                as trend
        from solved
    )

    select
        series_id,
        origin,
        seen_as,
        min({
            'sse': sse,
            'phi': phi,
            'alpha': alpha,
            'ratio': ratio,
            'level': next_value - phi * trend,
            'trend': trend
        }) as fit
    from fitted
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
