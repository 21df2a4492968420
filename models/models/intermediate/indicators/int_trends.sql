with series as (
    select * from {{ ref('int_trend_points') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

newest as (
    select
        series_id,
        max(period_index) as period_index
    from series
    group by series_id
),

recent as (
    select
        series.*,
        {{ periods_per_year('series.frequency') }} as periods_per_year
    from series
    inner join newest using (series_id)
    where
        newest.period_index - series.period_index
        < case series.frequency when 'month' then 36 when 'quarter' then 12 else 10 end
),

lengths as (
    select
        series_id,
        count(*) as n_points
    from recent
    group by series_id
),

-- a dip that comes back every year is no trend: six pairs a year apart can bound a slope at 95%
points as (
    select
        recent.*,
        case
            when
                lengths.n_points >= recent.periods_per_year + 6 and recent.periods_per_year > 1
                then recent.period_index % recent.periods_per_year
            else -1
        end as season
    from recent
    inner join lengths using (series_id)
),

windows as (
    select
        series_id,
        indicator_id,
        area_id,
        any_value(frequency) as frequency,
        concat(min(period_end), '/', max(period_end)) as window_text,
        max(break_date) as break_date,
        case when max(season) >= 0 then 'seasonal_theil_sen' else 'theil_sen' end as method,
        cast(count(*) as integer) as n_points,
        count(*) >= case any_value(frequency) when 'month' then 12 else 5 end as is_long_enough
    from points
    group by series_id, indicator_id, area_id
),

slopes as ({{ theil_sen('points') }}),

trends as (
    select
        windows.* exclude (is_long_enough),
        case when windows.is_long_enough then slopes.slope_per_year end as slope_per_year,
        case when windows.is_long_enough then slopes.slope_lower_95 end as slope_lower_95,
        case when windows.is_long_enough then slopes.slope_upper_95 end as slope_upper_95,
        case
            when not windows.is_long_enough or slopes.slope_lower_95 is null then 'too_few_points'
            when slopes.slope_lower_95 <= 0 and slopes.slope_upper_95 >= 0 then 'no_clear_change'
            when registry.direction = 'up' and slopes.slope_lower_95 > 0 then 'improving'
            when registry.direction = 'down' and slopes.slope_upper_95 < 0 then 'improving'
            else 'worsening'
        end as direction
    from windows
    inner join registry on windows.indicator_id = registry.indicator_id
    left join slopes using (series_id)
)

select * from trends
