with last_breaks as (
    {{ last_breaks() }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

running as (
    select indicator_id from {{ ref('int_running_totals') }}
),

-- what came before a break says nothing about what comes after it; running totals go another way
since_break as (
    select
        series.*,
        registry.upper_bound - registry.lower_bound as range_of_share,
        lead(series.period_index) over ordered
        - lag(series.period_index) over ordered = 2 as has_neighbours,
        series.value - lag(series.value) over ordered as change,
        lead(series.value) over ordered - series.value as next_change
    from {{ ref('int_series') }} as series
    inner join registry on series.indicator_id = registry.indicator_id
    left join last_breaks using (series_id)
    where
        (last_breaks.break_date is null or series.period_end >= last_breaks.break_date)
        and series.indicator_id not in (select indicator_id from running)
    window ordered as (partition by series.series_id order by series.period_index)
),

-- as far as no share goes from one period to the next
leaps as (
    select
        series_id,
        greatest(
            6 * 1.4826 * mad(change), 0.25 * abs(median(value)), 0.1 * any_value(range_of_share)
        ) as leap
    from since_break
    where range_of_share is not null
    group by series_id
),

-- a lone figure of a share that leaps and comes straight back is a slip of the pen
slips as (
    select
        since_break.series_id,
        since_break.period_index
    from since_break
    inner join leaps using (series_id)
    where
        since_break.has_neighbours
        and abs(since_break.change) > leaps.leap
        and abs(since_break.next_change) > leaps.leap
        and abs(since_break.change + since_break.next_change) <= 0.1 * leaps.leap
),

followed as (
    select
        since_break.*,
        {{ periods_per_year('since_break.frequency') }} as periods_per_year,
        lead(since_break.period_index) over ordered as next_index,
        lead(since_break.value) over ordered as next_value
    from since_break
    anti join slips using (series_id, period_index)
    window ordered as (partition by since_break.series_id order by since_break.period_index)
),

long_gaps as (
    select
        series_id,
        max(period_index) as last_before_gap
    from followed
    where next_index - period_index > periods_per_year + 1
    group by series_id
),

-- a gap of more than a year cannot be filled: what came before it is left out
connected as (
    select followed.*
    from followed
    left join long_gaps using (series_id)
    where long_gaps.last_before_gap is null or followed.period_index > long_gaps.last_before_gap
),

spans as (
    select
        series_id,
        min(period_index) as first_index,
        max(period_end) as last_period_end,
        cast(count(*) as integer) as n_observed
    from connected
    group by series_id
),

-- shorter gaps are filled along the line between their neighbours
stepped as (
    select
        *,
        unnest(range(coalesce(next_index - period_index, 1))) as n_after
    from connected
),

filled as (
    select
        stepped.series_id,
        stepped.frequency,
        cast(stepped.period_index + stepped.n_after - spans.first_index + 1 as integer) as t,
        case
            when stepped.n_after = 0 then stepped.value
            else
                stepped.value + (stepped.next_value - stepped.value) * stepped.n_after
                / (stepped.next_index - stepped.period_index)
        end as value,
        stepped.n_after > 0 as is_filled,
        spans.n_observed,
        registry.lower_bound,
        registry.upper_bound,
        -- half a unit of the last shown digit: less would claim more than the figures can
        0.5 * power(10, -registry.decimals) as resolution,
        cast(
            {{ steps_to_programme_end('spans.last_period_end', 'stepped.frequency') }} as integer
        ) as horizon
    from stepped
    inner join spans using (series_id)
    inner join registry on stepped.indicator_id = registry.indicator_id
)

select * from filled
