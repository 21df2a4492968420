with monthly as (
    select * from {{ ref('int_trend_points') }}
    where frequency = 'month'
),

newest as (
    select
        series_id,
        max(period_index) as period_index
    from monthly
    group by series_id
),

months as (
    select monthly.*
    from monthly
    inner join newest using (series_id)
    where newest.period_index - monthly.period_index < 36
),

-- a series that climbs is judged by its slope: otherwise each month of the climb would be a signal
trends as (
    select
        series_id,
        case
            when direction in ('improving', 'worsening') then slope_per_year / 12 else 0
        end as slope
    from {{ ref('int_trends') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
    where kind != 'cumulative_since'
),

points as (
    select
        months.*,
        registry.lower_bound,
        registry.upper_bound,
        registry.direction,
        months.period_index % 12 as season,
        coalesce(trends.slope, 0) * months.period_index as climb,
        {{ settled('months.value - coalesce(trends.slope, 0) * months.period_index') }} as flat
    from months
    inner join registry on months.indicator_id = registry.indicator_id
    left join trends using (series_id)
),

charts as (
    select
        series_id,
        count(*) as n,
        cast(count(distinct season) as integer) as n_seasons,
        median(flat) as middle,
        nullif(max(flat) - min(flat), 0) as span,
        {{ stable_mean('value') }} as mean,
        max(abs(value - round(value))) = 0 and min(value) >= 0
        and max(upper_bound) is null and {{ stable_mean('value') }} < 1 as is_rare
    from points
    group by series_id
    having count(*) >= 12
),

seasons as (
    select
        series_id,
        season,
        median(flat) as middle,
        count(*) as n_of_season
    from points
    group by series_id, season
),

seasoned as (
    select
        points.*,
        charts.n,
        charts.n_seasons,
        charts.span,
        charts.mean,
        charts.is_rare,
        seasons.n_of_season,
        seasons.middle - charts.middle as height,
        points.flat - seasons.middle as apart
    from points
    inner join charts using (series_id)
    inner join seasons using (series_id, season)
),

-- the less the months of the year differ beside the noise within each, the less of them is kept
shares as (
    select
        series_id,
        case
            when n >= 24
                then
                    1 - least(1, coalesce(
                        {{ stable_sum('power(apart / span, 2)') }} / (n - n_seasons)
                        / nullif({{ stable_sum('power(height / span, 2) / n_of_season') }}, 0)
                        * (n_seasons - 1),
                        1
                    ))
            else 0
        end as kept
    from seasoned
    group by series_id, n, n_seasons
),

levels as (
    select
        seasoned.series_id,
        any_value(shares.kept) as kept,
        median(seasoned.flat - shares.kept * seasoned.height) as level
    from seasoned
    inner join shares using (series_id)
    group by seasoned.series_id
),

free_of_season as (
    select
        seasoned.*,
        levels.kept,
        levels.level,
        seasoned.climb + levels.kept * seasoned.height as expected
    from seasoned
    inner join levels using (series_id)
),

centred as (
    select
        *,
        level + expected as usual,
        {{ settled('value - level - expected') }} as deviation
    from free_of_season
),

deviations as (
    select
        series_id,
        span * sqrt(
            {{ stable_sum('power(deviation / span, 2)') }} / (n - 1 - kept * (n_seasons - 1))
        ) as deviation
    from centred
    group by series_id, span, n, n_seasons, kept
),

-- one odd value widens the deviation that it is measured by, most in a short series
limits as (
    select
        centred.*,
        case when is_rare then mean else usual end as center,
        case
            when not is_rare then coalesce(deviations.deviation, 0) * (3.9 - 13.0 / n)
        end as reach
    from centred
    inner join deviations using (series_id)
),

charted as (
    select
        series_id,
        indicator_id,
        area_id,
        period_index,
        period_end,
        value,
        is_rare,
        {{ settled(clamp('center', 'lower_bound', 'upper_bound')) }} as center,
        {{ settled(clamp('center - reach', 'lower_bound', 'upper_bound')) }} as lower_limit,
        {{ settled(clamp('center + reach', 'lower_bound', 'upper_bound')) }} as upper_limit,
        deviation,
        direction
    from limits
)

select * from charted
