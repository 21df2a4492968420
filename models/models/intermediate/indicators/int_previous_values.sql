with series as (
    select * from {{ ref('int_series') }}
),

last_breaks as (
    {{ last_breaks() }}
),

periods as (
    select * from {{ ref('int_period_values') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

spans (frequency, months) as (
    values ('quarter', 3), ('half', 6), ('year', 12)
),

-- what lies on the other side of a break is not compared
paired as (
    select
        series.*,
        before.value as value_before,
        before.numerator as numerator_before,
        before.denominator as denominator_before
    from series
    left join last_breaks using (series_id)
    left join series as before
        on
            series.series_id = before.series_id
            and series.frequency = before.frequency
            and series.period_index - {{ periods_per_year('series.frequency') }}
            = before.period_index
            and coalesce(
                last_breaks.break_date <= before.period_end
                or series.period_end < last_breaks.break_date,
                true
            )
),

gathered as (
    select
        paired.series_id,
        spans.frequency,
        {{ span_start('paired.period_end', 'spans.months') }} as span_start,
        count(*) = count(paired.value_before) as is_whole,
        {{ stable_sum('paired.value_before') }} as total,
        {{ stable_sum('paired.numerator_before') }} as total_numerator,
        {{ stable_sum('paired.denominator_before') }} as total_denominator,
        count(paired.denominator_before) = count(*) as has_parts,
        max_by(
            struct_pack(value := paired.value_before), paired.period_index
        ).value as newest
    from paired
    inner join spans on spans.months * {{ periods_per_year('paired.frequency') }} >= 12
    group by all
),

-- the same months of the year before, put together in the same way
spanned as (
    select
        periods.series_id,
        periods.frequency,
        periods.period_end,
        case
            when periods.method = 'last' then gathered.newest
            when periods.method = 'sum' and gathered.is_whole then gathered.total
            when registry.kind = 'median_duration'
                then case when periods.is_complete and before.is_complete then before.value end
            when periods.method = 'recompute' and gathered.has_parts
                then registry.scale * gathered.total_numerator / gathered.total_denominator
        end as previous_year_value
    from periods
    inner join gathered using (series_id, frequency, span_start)
    inner join registry on periods.indicator_id = registry.indicator_id
    left join periods as before
        on
            periods.series_id = before.series_id
            and periods.frequency = before.frequency
            and cast(periods.span_start - to_years(1) as date) = before.span_start
),

previous as (
    select
        series_id,
        'figure' as frequency,
        period_end,
        value_before as previous_year_value
    from paired
    union all
    select * from spanned
)

select * from previous
where previous_year_value is not null
