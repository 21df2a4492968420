with observations as (
    select * from {{ ref('int_indicator_values') }}
),

bounds as (
    select * from {{ ref('int_crosswalk_bounds') }}
),

newest as (
    select
        indicator_id,
        area_id,
        frequency,
        max(period_end) as newest_period_end
    from observations
    group by indicator_id, area_id, frequency
),

matured as (
    select
        indicator_id,
        area_id,
        frequency,
        period_start,
        period_end,
        value,
        numerator,
        denominator,
        is_approximate as is_estimated,
        case
            when source = 'reference' then 'final'
            when period_end < newest.newest_period_end then 'final'
            else 'preliminary'
        end as maturity,
        basis,
        source,
        received_at,
        is_sample,
        assumed_share,
        bounds.value_low,
        bounds.value_high
    from observations
    inner join newest using (indicator_id, area_id, frequency)
    left join bounds
        using (indicator_id, source, area_id, frequency, period_start, period_end)
)

select * from matured
order by indicator_id, area_id, frequency, period_end, period_start
