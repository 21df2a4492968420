with series as (
    select * from {{ ref('int_trend_points') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

recent as (
    select
        *,
        {{ periods_per_year('frequency') }} as periods_per_year
    from series
    qualify
        max(period_index) over (partition by series_id) - period_index
        < case frequency when 'month' then 36 when 'quarter' then 12 else 10 end
),

-- a dip that comes back every year is no trend: six pairs a year apart can bound a slope at 95%
points as (
    select
        *,
        case
            when count(*) over of_series >= periods_per_year + 6 and periods_per_year > 1
                then period_index % periods_per_year
            else -1
        end as season
    from recent
    window of_series as (partition by series_id)
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
