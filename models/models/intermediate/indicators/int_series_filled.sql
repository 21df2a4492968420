with last_breaks as (
    select
        indicator_id,
        area_id,
        max(split_date) as break_date
    from {{ ref('int_breaks') }}
    where is_split
    group by indicator_id, area_id
),

-- what came before a break says nothing about what comes after it
series as (
    select
        series.indicator_id,
        series.area_id,
        series.frequency,
        series.period_index,
        series.period_end,
        series.value,
        {{ periods_per_year('series.frequency') }} as periods_per_year
    from {{ ref('int_series') }} as series
    left join last_breaks
        on
            series.indicator_id = last_breaks.indicator_id
            and series.area_id = last_breaks.area_id
    where last_breaks.break_date is null or series.period_end >= last_breaks.break_date
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

followed as (
    select
        *,
        lead(period_index) over ordered as next_index,
        lead(value) over ordered as next_value
    from series
    window ordered as (partition by indicator_id, area_id order by period_index)
),

long_gaps as (
    select
        indicator_id,
        area_id,
        max(period_index) as last_before_gap
    from followed
    where next_index - period_index > periods_per_year + 1
    group by indicator_id, area_id
),

-- a gap of more than a year cannot be filled: what came before it is left out
connected as (
    select followed.*
    from followed
    left join long_gaps using (indicator_id, area_id)
    where long_gaps.last_before_gap is null or followed.period_index > long_gaps.last_before_gap
),

spans as (
    select
        indicator_id,
        area_id,
        min(period_index) as first_index,
        max(period_end) as last_period_end,
        count(*) as n_observed
    from connected
    group by indicator_id, area_id
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
        stepped.indicator_id,
        stepped.area_id,
        stepped.frequency,
        cast(stepped.period_index + stepped.n_after - spans.first_index + 1 as integer) as t,
        case
            when stepped.n_after = 0 then stepped.value
            else
                stepped.value + (stepped.next_value - stepped.value) * stepped.n_after
                / (stepped.next_index - stepped.period_index)
        end as value,
        stepped.n_after > 0 as is_filled,
        cast(spans.n_observed as integer) as n_observed,
        registry.lower_bound,
        registry.upper_bound,
        -- half a unit of the last shown digit: less would claim more than the figures can
        0.5 * power(10, -registry.decimals) as resolution,
        registry.kind = 'cumulative_since' as is_cumulative,
        cast(
            {{ steps_to_programme_end('spans.last_period_end', 'stepped.frequency') }} as integer
        ) as horizon
    from stepped
    inner join spans using (indicator_id, area_id)
    inner join registry on stepped.indicator_id = registry.indicator_id
)

select * from filled
