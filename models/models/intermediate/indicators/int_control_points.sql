with points as (
    select *
    from {{ ref('int_trend_points') }}
    where frequency = 'month'
    qualify max(period_index) over (partition by series_id) - period_index < 36
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

stepped as (
    select
        points.*,
        registry.lower_bound,
        registry.upper_bound,
        registry.direction,
        coalesce(trends.slope, 0) as slope,
        coalesce(trends.slope, 0) * points.period_index as climb,
        case
            when points.period_index = 1 + lag(points.period_index) over along
                then {{ settled('points.value - lag(points.value) over along') }}
        end as step
    from points
    inner join registry on points.indicator_id = registry.indicator_id
    left join trends using (series_id)
    window along as (partition by points.series_id order by points.period_index)
),

limits as (
    select
        series_id,
        {{ stable_mean('value - climb') }} as level,
        2.66 * {{ stable_mean('abs(step)') }} as reach
    from stepped
    group by series_id
    having count(step) >= 11
),

centred as (
    select
        stepped.*,
        limits.reach,
        limits.level + stepped.climb as center
    from stepped
    inner join limits using (series_id)
),

charted as (
    select
        series_id,
        indicator_id,
        area_id,
        period_index,
        period_end,
        value,
        {{ settled(clamp('center', 'lower_bound', 'upper_bound')) }} as center,
        {{ settled(clamp('center - reach', 'lower_bound', 'upper_bound')) }} as lower_limit,
        {{ settled(clamp('center + reach', 'lower_bound', 'upper_bound')) }} as upper_limit,
        sign({{ settled('value - center') }}) as side,
        sign({{ settled('step - slope') }}) as course,
        direction
    from centred
)

select * from charted
