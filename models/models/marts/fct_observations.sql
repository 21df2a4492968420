with observations as (
    select * from {{ ref('int_indicator_values') }}
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
        is_sample
    from observations
)

select * from matured
order by indicator_id, area_id, frequency, period_end, period_start
