with series as (
    select * from {{ ref('int_series') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

records as (
    select * from {{ ref('int_record_cells') }}
    where value is not null
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
        series_id,
        indicator_id,
        area_id,
        frequency,
        span_start,
        series_frequency,
        kind,
        temporal_aggregation,
        scale,
        n_expected,
        cast(count(*) as integer) as n_periods,
        bool_or(is_at_end) as has_end,
        min(period_start) as first_day,
        max_by(
            struct_pack(period_start, value, numerator, denominator, is_approximate),
            period_index
        ) as newest,
        max(period_end) as period_end,
        {{ stable_sum('value') }} as total,
        {{ stable_sum('numerator') }} as total_numerator,
        {{ stable_sum('denominator') }} as total_denominator,
        count(denominator) = count(*) as has_parts,
        bool_or(is_approximate) as is_any_approximate,
        bool_or(is_sample) as is_sample
    from placed
    group by all
),

medians as (
    select
        spanned.series_id,
        spanned.frequency,
        spanned.span_start,
        quantile_cont(records.value, 0.5) as median
    from spanned
    inner join records
        on
            spanned.indicator_id = records.indicator_id
            and spanned.area_id = records.area_id
            and spanned.period_end = records.period_end
            and records.happened_on between spanned.span_start and spanned.period_end
    where spanned.kind = 'median_duration'
    group by all
),

-- without all its parts a ratio cannot be recomputed: then the newest stands for itself
chosen as (
    select
        spanned.*,
        medians.median,
        case
            when spanned.temporal_aggregation != 'recompute' then spanned.temporal_aggregation
            when spanned.has_parts or medians.median is not null then 'recompute'
            else 'last'
        end as method
    from spanned
    left join medians using (series_id, frequency, span_start)
),

valued as (
    select
        series_id,
        indicator_id,
        area_id,
        frequency,
        span_start,
        span_start = max(span_start) over (partition by series_id, frequency) as is_newest,
        series_frequency,
        method,
        case
            when method = 'sum' then total
            when method = 'last' then newest.value
            else coalesce(median, scale * total_numerator / total_denominator)
        end as value,
        case method
            when 'recompute' then total_numerator
            when 'last' then newest.numerator
        end as numerator,
        case method
            when 'recompute' then total_denominator
            when 'last' then newest.denominator
        end as denominator,
        case when method = 'last' then newest.period_start else first_day end as period_start,
        period_end,
        n_periods,
        n_expected,
        has_end,
        case when method = 'last' then has_end else n_periods = n_expected end as is_complete,
        case temporal_aggregation
            when 'last' then newest.is_approximate
            else is_any_approximate
        end as is_estimated,
        is_sample
    from chosen
)

select * from valued
