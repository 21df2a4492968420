with series as (
    select * from {{ ref('int_series') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
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
        max(period_index) as newest_index,
        {{ stable_sum('value') }} as total,
        {{ stable_sum('numerator') }} as total_numerator,
        {{ stable_sum('denominator') }} as total_denominator,
        count(denominator) = count(*) as has_parts,
        bool_or(is_approximate) as is_any_approximate,
        bool_or(is_sample) as is_sample
    from placed
    group by indicator_id, area_id, frequency, span_start
),

with_newest as (
    select
        spanned.* exclude (newest_index, is_any_approximate),
        newest.period_start as newest_start,
        newest.period_end,
        newest.value as newest_value,
        newest.numerator as newest_numerator,
        newest.denominator as newest_denominator,
        case spanned.temporal_aggregation
            when 'last' then newest.is_approximate
            else spanned.is_any_approximate
        end as is_estimated
    from spanned
    inner join series as newest
        on
            spanned.indicator_id = newest.indicator_id
            and spanned.area_id = newest.area_id
            and spanned.newest_index = newest.period_index
)

select * from with_newest
