with series as (
    select * from {{ ref('int_series') }}
),

registry as (
    select * from {{ ref('indicators') }}
),

spans (frequency, months) as (
    values ('quarter', 3), ('half', 6), ('year', 12)
),

-- no calendar period is shorter than those of its series
placed as (
    select
        series.* exclude (frequency),
        series.frequency as series_frequency,
        registry.kind,
        registry.temporal_aggregation,
        registry.scale,
        spans.frequency,
        {{ span_start('series.period_end', 'spans.months') }} as span_start,
        {{ ends_span('series.period_end', 'series.frequency', 'spans.months') }} as is_at_end,
        cast(spans.months * {{ periods_per_year('series.frequency') }} // 12 as integer)
            as n_expected
    from series
    inner join registry on series.indicator_id = registry.indicator_id
    inner join spans on spans.months * {{ periods_per_year('series.frequency') }} >= 12
),

marked as (
    select
        *,
        period_index = max(period_index) over (
            partition by indicator_id, area_id, frequency, span_start
        ) as is_newest
    from placed
),

spanned as (
    select
        indicator_id,
        area_id,
        frequency,
        span_start,
        any_value(series_frequency) as series_frequency,
        any_value(kind) as kind,
        any_value(temporal_aggregation) as temporal_aggregation,
        any_value(scale) as scale,
        any_value(n_expected) as n_expected,
        cast(count(*) as integer) as n_periods,
        bool_or(is_at_end) as has_end,
        min(period_start) as first_day,
        max(period_start) filter (where is_newest) as newest_start,
        max(period_end) as period_end,
        max(value) filter (where is_newest) as newest_value,
        max(numerator) filter (where is_newest) as newest_numerator,
        max(denominator) filter (where is_newest) as newest_denominator,
        {{ stable_sum('value') }} as total,
        {{ stable_sum('numerator') }} as total_numerator,
        {{ stable_sum('denominator') }} as total_denominator,
        count(denominator) = count(*) as has_parts,
        bool_or(is_approximate) filter (where is_newest or temporal_aggregation != 'last')
            as is_estimated,
        bool_or(is_sample) as is_sample
    from marked
    group by indicator_id, area_id, frequency, span_start
)

select * from spanned
