with totals as (
    select * from {{ ref('int_period_totals') }}
),

medians as (
    select * from {{ ref('int_period_medians') }}
),

-- without all its parts a ratio cannot be recomputed: then the newest stands for itself
chosen as (
    select
        totals.*,
        medians.median,
        case
            when totals.temporal_aggregation != 'recompute' then totals.temporal_aggregation
            when totals.has_parts or medians.median is not null then 'recompute'
            else 'last'
        end as method
    from totals
    left join medians using (indicator_id, area_id, frequency, span_start)
),

valued as (
    select
        *,
        case
            when method = 'sum' then total
            when method = 'last' then newest_value
            else coalesce(median, scale * total_numerator / total_denominator)
        end as value,
        case method
            when 'recompute' then total_numerator
            when 'last' then newest_numerator
        end as numerator,
        case method
            when 'recompute' then total_denominator
            when 'last' then newest_denominator
        end as denominator,
        case when method = 'last' then newest_start else first_day end as period_start,
        case when method = 'last' then has_end else n_periods = n_expected end as is_complete
    from chosen
)

select
    indicator_id,
    area_id,
    frequency,
    span_start,
    series_frequency,
    period_start,
    period_end,
    method,
    value,
    numerator,
    denominator,
    n_periods,
    n_expected,
    has_end,
    is_complete,
    is_estimated,
    is_sample
from valued
