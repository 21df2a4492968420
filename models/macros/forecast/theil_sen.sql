{#-
Slope a year of each series of `points` (indicator_id, area_id, period_index, periods_per_year, value): the
median of the slopes between all pairs (Theil 1950, Sen 1968), with the 95% interval of Sen from the
variance of Kendall's statistic, n(n - 1)(2n + 5) / 18. With five points the interval runs from the
smallest slope to the largest. Ties are not corrected for: the interval is then too wide, not too narrow.
-#}
{% macro theil_sen(points) %}
    with pairs as (
        select
            earlier.indicator_id,
            earlier.area_id,
            {{ settled(
                '(later.value - earlier.value) * later.periods_per_year'
                ~ ' / (later.period_index - earlier.period_index)'
            ) }} as slope
        from {{ points }} as earlier
        inner join {{ points }} as later
            on
                earlier.indicator_id = later.indicator_id
                and earlier.area_id = later.area_id
                and earlier.period_index < later.period_index
    ),

    sorted as (
        select
            indicator_id,
            area_id,
            list_sort(list(slope)) as slopes,
            median(slope) as slope,
            count(*) as n_pairs,
            (1 + sqrt(1 + 8 * count(*))) / 2 as n_points
        from pairs
        group by indicator_id, area_id
    ),

    ranked as (
        select
            *,
            {{ normal_quantile(95) }}
            * sqrt(n_points * (n_points - 1) * (2 * n_points + 5) / 18) as half_width
        from sorted
    )

    select
        indicator_id,
        area_id,
        slope as slope_per_year,
        slopes[cast(greatest(1, floor((n_pairs - half_width) / 2)) as integer)] as slope_lower_95,
        slopes[cast(least(n_pairs, ceil((n_pairs + half_width) / 2) + 1) as integer)]
            as slope_upper_95
    from ranked
{% endmacro %}
