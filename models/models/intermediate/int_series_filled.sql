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
        series.*,
        {{ periods_per_year('series.frequency') }} as periods_per_year
    from {{ ref('int_series') }} as series
    left join last_breaks
        on
            series.indicator_id = last_breaks.indicator_id
            and series.area_id = last_breaks.area_id
    where last_breaks.break_date is null or series.period_end >= last_breaks.break_date
),

registry as (
    select * from {{ ref('indicators') }}
),

followed as (
    select
        *,
        lead(period_index) over ordered as next_index,
        lead(value) over ordered as next_value
    from series
    window ordered as (partition by indicator_id, area_id order by period_index)
),

parted as (
    select
        *,
        max(case when next_index - period_index > periods_per_year + 1 then period_index end)
            over (partition by indicator_id, area_id)
            as last_before_long_gap
    from followed
),

-- a gap of more than a year cannot be filled: what came before it is left out
joined as (
    select
        *,
        min(period_index) over (partition by indicator_id, area_id) as first_index,
        max(period_end) over (partition by indicator_id, area_id) as last_period_end,
        count(*) over (partition by indicator_id, area_id) as n_observed
    from parted
    where last_before_long_gap is null or period_index > last_before_long_gap
),

-- shorter gaps are filled along the line between their neighbours
stepped as (
    select
        *,
        unnest(range(coalesce(next_index - period_index, 1))) as n_after
    from joined
),

filled as (
    select
        stepped.indicator_id,
        stepped.area_id,
        stepped.frequency,
        cast(stepped.period_index + stepped.n_after - stepped.first_index + 1 as integer) as t,
        case
            when stepped.n_after = 0 then stepped.value
            else
                stepped.value + (stepped.next_value - stepped.value) * stepped.n_after
                / (stepped.next_index - stepped.period_index)
        end as value,
        stepped.n_after > 0 as is_filled,
        cast(stepped.n_observed as integer) as n_observed,
        registry.lower_bound,
        registry.upper_bound,
        -- half a unit of the last shown digit: less would claim more than the figures can
        0.5 * power(10, -registry.decimals) as resolution,
        registry.kind = 'cumulative_since' as is_cumulative,
        cast(
            {{ steps_to_programme_end('stepped.last_period_end', 'stepped.frequency') }} as integer
        ) as horizon
    from stepped
    inner join registry on stepped.indicator_id = registry.indicator_id
)

select * from filled
