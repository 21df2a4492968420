-- Every value of a quarter, half or year once more, straight from the published observations.
with period_values as (
    select
        *,
        cast(left(period_label, 4) as integer) as period_year,
        case frequency
            when 'quarter' then 3 * cast(right(period_label, 1) as integer)
            when 'half' then 6 * cast(right(period_label, 1) as integer)
            else 12
        end as last_month
    from {{ ref('fct_period_values') }}
),

inside as (
    select
        period_values.indicator_id,
        period_values.area_id,
        period_values.period_label,
        period_values.method,
        period_values.value as stated,
        count(*) as n_observations,
        sum(observations.value) as total,
        100 * sum(observations.numerator) / sum(observations.denominator) as share,
        max_by(observations.value, observations.period_end) as newest
    from period_values
    inner join {{ ref('fct_observations') }} as observations
        on
            period_values.indicator_id = observations.indicator_id
            and period_values.area_id = observations.area_id
            and period_values.series_frequency = observations.frequency
            and period_values.period_year = year(observations.period_end)
            and month(observations.period_end) <= period_values.last_month
            and month(observations.period_end)
            > period_values.last_month
            - case period_values.frequency when 'quarter' then 3 when 'half' then 6 else 12 end
    group by all
)

select
    period_values.indicator_id,
    period_values.area_id,
    period_values.period_label,
    inside.*
from period_values
left join inside using (indicator_id, area_id, period_label)
where
    period_values.n_periods is distinct from inside.n_observations
    or abs(
        period_values.value
        - case period_values.method
            when 'sum' then inside.total
            when 'last' then inside.newest
            -- medians have no parts here: they are held against their records elsewhere
            else coalesce(inside.share, period_values.value)
        end
    ) > 0.000001
