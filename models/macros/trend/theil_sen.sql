{#-
Slope a year of each series of `points` (series_id, season, period_index, periods_per_year, value):
the median of the slopes between all pairs of one season (Theil 1950, Sen 1968; within seasons Hirsch and
others 1982), with the 95% interval of Sen from the variance of Kendall's statistic with ties, summed over
seasons. With one season for all it is what scipy.stats.theilslopes gives. The ends are null where so few
pairs cannot bound a slope at 95%.
-#}
{% macro theil_sen(points) %}
    with pairs as (
        select
            earlier.series_id,
            {{ settled(
                '(later.value - earlier.value) * later.periods_per_year'
                ~ ' / (later.period_index - earlier.period_index)'
            ) }} as slope
        from {{ points }} as earlier
        inner join {{ points }} as later
            on
                earlier.series_id = later.series_id
                and earlier.season = later.season
                and earlier.period_index < later.period_index
    ),

    sorted as (
        select
            series_id,
            list_sort(list(slope)) as slopes,
            median(slope) as slope,
            count(*) as n_pairs
        from pairs
        group by series_id
    ),

    tied as (
        select
            series_id,
            season,
            count(*) as t
        from {{ points }}
        group by series_id, season, {{ settled('value') }}
    ),

    seasons as (
        select
            series_id,
            season,
            sum(t) as n,
            sum(t * (t - 1) * (2 * t + 5)) as lost_to_ties
        from tied
        group by series_id, season
    ),

    variances as (
        select
            series_id,
            sum(n * (n - 1) * (2 * n + 5) - lost_to_ties) / 18 as variance
        from seasons
        group by series_id
    ),

    ranked as (
        select
            sorted.*,
            round((sorted.n_pairs - 1.959964 * sqrt(variances.variance)) / 2) as rank_below,
            round((sorted.n_pairs + 1.959964 * sqrt(variances.variance)) / 2) + 1 as rank_above
        from sorted
        inner join variances using (series_id)
    )

    select
        series_id,
        slope as slope_per_year,
        case when rank_below >= 1 then slopes[cast(rank_below as integer)] end as slope_lower_95,
        case when rank_below >= 1 then slopes[cast(least(rank_above, n_pairs) as integer)] end
            as slope_upper_95
    from ranked
{% endmacro %}
