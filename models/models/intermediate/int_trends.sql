with series as (
    select * from {{ ref('int_series') }}
),

registry as (
    select * from {{ ref('indicators') }}
),

-- whole years, so that a dip that comes back every year does not pass for a trend
points as (
    select
        *,
        {{ periods_per_year('frequency') }} as periods_per_year
    from series
    qualify
        max(period_index) over (partition by indicator_id, area_id) - period_index
        < case frequency when 'month' then 36 when 'quarter' then 12 else 10 end
),

windows as (
    select
        indicator_id,
        area_id,
        any_value(frequency) as frequency,
        concat(min(period_end), '/', max(period_end)) as window_text,
        cast(count(*) as integer) as n_points
    from points
    group by indicator_id, area_id
),

slopes as ({{ theil_sen('points') }}),

trends as (
    select
        windows.indicator_id,
        windows.area_id,
        windows.frequency,
        windows.window_text,
        case when windows.n_points >= 5 then slopes.slope_per_year end as slope_per_year,
        case when windows.n_points >= 5 then slopes.slope_lower_95 end as slope_lower_95,
        case when windows.n_points >= 5 then slopes.slope_upper_95 end as slope_upper_95,
        'theil_sen' as method,
        case
            when windows.n_points < 5 then 'too_few_points'
            when slopes.slope_lower_95 <= 0 and slopes.slope_upper_95 >= 0 then 'no_clear_change'
            when registry.direction = 'up' and slopes.slope_lower_95 > 0 then 'improving'
            when registry.direction = 'down' and slopes.slope_upper_95 < 0 then 'improving'
            else 'worsening'
        end as direction,
        windows.n_points
    from windows
    inner join registry on windows.indicator_id = registry.indicator_id
    left join slopes
        on windows.indicator_id = slopes.indicator_id and windows.area_id = slopes.area_id
)

select * from trends
