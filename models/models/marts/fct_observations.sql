with observations as (
    select * from {{ ref('int_indicator_values') }}
),

bounds as (
    select * from {{ ref('int_crosswalk_bounds') }}
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
            when period_end < max(period_end) over (partition by indicator_id, area_id, frequency)
                then 'final'
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
    left join bounds
        using (indicator_id, source, area_id, frequency, period_start, period_end)
)

select * from matured
order by indicator_id, area_id, frequency, period_end, period_start
