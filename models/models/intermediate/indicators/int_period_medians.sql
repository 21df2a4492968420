with totals as (
    select * from {{ ref('int_period_totals') }}
    where kind = 'median_duration'
),

records as (
    select * from {{ ref('int_record_cells') }}
    where value is not null
),

medians as (
    select
        totals.indicator_id,
        totals.area_id,
        totals.frequency,
        totals.span_start,
        quantile_cont(records.value, 0.5) as median
    from totals
    inner join records
        on
            totals.indicator_id = records.indicator_id
            and totals.area_id = records.area_id
            and totals.period_end = records.period_end
            and records.happened_on between totals.span_start and totals.period_end
    group by totals.indicator_id, totals.area_id, totals.frequency, totals.span_start
)

select * from medians
