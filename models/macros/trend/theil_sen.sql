{#-
Slope a year of each series of `points` (series_id, season, period_index, periods_per_year, value):
the median of the slopes between all pairs of one season (Theil 1950, Sen 1968; within seasons Hirsch and
others 1982), with the 95% interval of Sen from the variance of Kendall's statistic with ties, summed over
seasons. With one season for all it is what scipy.stats.theilslopes gives. The ends are null where so few
pairs cannot bound a slope at 95%.
Neighbouring periods resemble each other, and a series that wanders looks as if it had a trend. So both
ends are moved away from the slope as far as the deviation of a mean grows by the persistence of what the line
leaves (Bayley and Hammersley 1946), over all points, or within a year where seasons are kept apart (Hirsch and
Slack 1984).
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
            cast(sum(n) as integer) as n,
            sum(n * (n - 1) * (2 * n + 5) - lost_to_ties) / 18 as variance
        from seasons
        group by series_id
    ),

    ranked as (
        select
            sorted.*,
            variances.n,
            round((sorted.n_pairs - 1.959964 * sqrt(variances.variance)) / 2) as rank_below,
            round((sorted.n_pairs + 1.959964 * sqrt(variances.variance)) / 2) + 1 as rank_above
        from sorted
        inner join variances using (series_id)
    ),

    bounded as (
        select
            series_id,
            slope,
            case when rank_below >= 1 then slopes[cast(rank_below as integer)] end as slope_below,
            case when rank_below >= 1 then slopes[cast(least(rank_above, n_pairs) as integer)] end
                as slope_above
        from ranked
    ),

    detrended as (
        select
            points.series_id,
            points.season,
            points.period_index,
            points.periods_per_year,
            points.value - ranked.slope * points.period_index / points.periods_per_year as rest,
            ranked.n,
            case when points.season >= 0 then points.periods_per_year else ranked.n end as span
        from {{ points }} as points
        inner join ranked using (series_id)
    ),

    season_means as (
        select
            series_id,
            season,
            case
                when max(season) >= 0 and max(n) >= 2 * max(periods_per_year)
                    then {{ stable_mean('rest') }}
                else 0
            end as season_mean
        from detrended
        group by series_id, season
    ),

    residuals as (
        select
            detrended.series_id,
            detrended.period_index,
            detrended.span,
            {{ settled('detrended.rest - season_means.season_mean') }} as residual
        from detrended
        inner join season_means using (series_id, season)
    ),

    persistences as ({{ persistence('residuals') }}),

    widenings as (
        select
            series_id,
            sqrt(
                (1 + persistence) / (1 - persistence)
                - 2 * persistence * (1 - power(persistence, span))
                / (span * power(1 - persistence, 2))
            ) as widening
        from persistences
    )

    select
        bounded.series_id,
        bounded.slope as slope_per_year,
        case
            when bounded.slope_below is not null
                then
                    least(bounded.slope, {{ settled('slope - widening * (slope - slope_below)') }})
        end as slope_lower_95,
        case
            when bounded.slope_above is not null
                then
                    greatest(bounded.slope, {{ settled('slope + widening * (slope_above - slope)') }})
        end as slope_upper_95
    from bounded
    inner join widenings using (series_id)
{% endmacro %}
