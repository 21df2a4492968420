with last_breaks as (
    {{ last_breaks() }}
),

running as (
    select * from {{ ref('int_running_totals') }}
),

-- what a later figure took back was never delivered
kept as (
    select
        series.series_id,
        series.frequency,
        series.period_index,
        series.period_end,
        min(series.value) over from_here as total,
        case
            when coalesce(last_breaks.break_date <= running.counted_since, true)
                then running.counted_since
        end as counted_since
    from {{ ref('int_series') }} as series
    inner join running on series.indicator_id = running.indicator_id
    left join last_breaks using (series_id)
    where last_breaks.break_date is null or series.period_end >= last_breaks.break_date
    window from_here as (
        partition by series.series_id order by series.period_index
        rows between current row and unbounded following
    )
),

-- a total that is counted from a day on was nothing the day before
before as (
    select
        *,
        coalesce(
            lag(total) over in_series, case when counted_since is not null then 0 end
        ) as total_before,
        coalesce(
            lag(period_index) over in_series,
            {{ period_index('counted_since', 'frequency') }} - 1
        ) as index_before
    from kept
    window in_series as (partition by series_id order by period_index)
),

deliveries as (
    select
        series_id,
        frequency,
        period_end,
        total,
        total - total_before as delivered,
        greatest(1, period_index - index_before) as n_periods
    from before
    where total_before is not null
)

select * from deliveries
