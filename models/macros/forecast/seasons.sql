{#
    Seasonal pattern of the points of `origins` that hold two whole years (series_id, origin, points, period):
    their ratios to the centred mean of a year, or their differences from it where a value is not above zero,
    averaged by position in the year.
    Rows: series_id, origin, is_multiplicative, seasons (one a position, the first point at position 1).
#}
{% macro seasons_of(origins) %}
    -- centred means of a year, the two ends counted half
    with levels as (
        select
            *,
            period // 2 as half,
            list_min(points) > 0 as is_multiplicative,
            list_transform(
                range(half + 1, len(points) - half + 1),
                lambda i: (
                    list_sum(points[i - half:i + half]) - (points[i - half] + points[i + half]) / 2
                ) / period
            ) as year_levels
        from {{ origins }}
        where period > 1 and len(points) >= 2 * period
    ),

    deviations as (
        select
            *,
            list_transform(
                year_levels,
                {{ lambda("level, i") }} case
                    when is_multiplicative then points[i + half] / level
                    else points[i + half] - level
                end
            ) as deviations
        from levels
    ),

    by_position as (
        select
            deviations.series_id,
            deviations.origin,
            deviations.period,
            deviations.is_multiplicative,
            positions.position,
            list_transform(
                range(
                    (positions.position - half - 1 + period) % period + 1,
                    len(deviations.deviations) + 1,
                    period
                ),
                lambda i: deviations.deviations[i]
            ) as seen
        from deviations
        cross join (select unnest(range(1, 13)) as position) as positions
        where positions.position <= deviations.period
    ),

    -- recent years count more: each year counts 0.7 of the one after it
    folded as (
        select
            *,
            {{ fold(
                "seen",
                {"total": 0, "square": 0, "weight": 0, "weight_square": 0},
                {
                    "total": "0.7 * acc.total + " ~ fold_item(),
                    "square": "0.7 * acc.square + " ~ fold_item() ~ " * " ~ fold_item(),
                    "weight": "0.7 * acc.weight + 1",
                    "weight_square": "0.49 * acc.weight_square + 1",
                },
            ) }} as f
        from by_position
    ),

    means as (
        select
            series_id,
            origin,
            any_value(period) as period,
            bool_or(is_multiplicative) as is_multiplicative,
            list(f.total / f.weight order by position) as means,
            list(f.weight_square / (f.weight * f.weight) order by position) as variances_of_mean,
            list(
                greatest(0, f.square - f.total * f.total / f.weight) * f.weight / f.weight_square
                order by position
            ) as squares,
            cast(sum(len(seen)) as integer) as n_seen
        from folded
        group by series_id, origin
    ),

    -- the less the seasons differ beside the noise within each, the less of them is kept
    kept as (
        select
            *,
            list_avg(means) as mean_of_means,
            case
                when n_seen <= period then 0.9
                when list_var_samp(means) > 0
                    then
                        greatest(
                            0,
                            1 - list_sum(squares) / (n_seen - period)
                            * list_avg(variances_of_mean) / list_var_samp(means)
                        )
                else 0
            end as kept
        from means
    )

    select
        series_id,
        origin,
        is_multiplicative,
        list_transform(
            means,
            lambda m: case
                when is_multiplicative then 1 + kept * (m / mean_of_means - 1)
                else kept * (m - mean_of_means)
            end
        ) as seasons
    from kept
{% endmacro %}

{# Points of an origin without their season; as they are where none was found. #}
{% macro without_season(origins, seasons) -%}
    {%- set season = seasons ~ ".seasons[(t - 1) % " ~ origins ~ ".period + 1]" -%}
    case
        when {{ seasons }}.seasons is null then {{ origins }}.points
        else list_transform({{ origins }}.points, {{ lambda("y, t") }} case
            when {{ seasons }}.is_multiplicative then y / {{ season }}
            else y - {{ season }}
        end)
    end
{%- endmacro %}
