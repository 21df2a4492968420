with series as (
    select
        *,
        year(period_end) as period_year
    from {{ ref('int_series') }}
),

registry as (
    select * from {{ ref('indicators') }}
),

newest as (
    select
        series.*,
        registry.annual_method,
        registry.scale
    from series
    inner join registry on series.indicator_id = registry.indicator_id
    qualify
        series.period_year
        = max(series.period_year) over (partition by series.indicator_id, series.area_id)
),

summed as (
    select
        indicator_id,
        area_id,
        period_year,
        any_value(annual_method) as annual_method,
        any_value(scale) as scale,
        max_by(value, period_index) as last_value,
        {{ stable_sum('value') }} as total,
        {{ stable_sum('numerator') }} as numerator,
        {{ stable_sum('denominator') }} as denominator,
        count(denominator) = count(*) as has_parts,
        bool_or(
            frequency = 'year'
            or (frequency = 'quarter' and quarter(period_end) = 4)
            or (frequency = 'month' and month(period_end) = 12)
        ) as is_complete
    from newest
    group by indicator_id, area_id, period_year
),

years as (
    select
        indicator_id,
        area_id,
        cast(period_year as integer) as period_year,
        case
            when annual_method = 'sum' then total
            when annual_method = 'recompute' and has_parts then scale * numerator / denominator
            else last_value
        end as value,
        is_complete
    from summed
)

select * from years
