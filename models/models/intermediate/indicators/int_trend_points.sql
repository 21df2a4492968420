with judged as (
    select * from {{ ref('int_series') }}
),

published as (
    select
        *,
        {{ period_index('period_end', 'frequency') }} as period_index,
        count(*) over (partition by indicator_id, area_id, frequency) as n_of_frequency
    from {{ ref('int_indicator_values') }}
    where source = 'reference' and date_diff('day', period_start, period_end) <= 366
),

last_breaks as (
    select
        indicator_id,
        area_id,
        max(split_date) as break_date
    from {{ ref('int_breaks') }}
    where is_split
    group by indicator_id, area_id
),

-- published lines at the frequency with most figures, where the ward has no series of its own
lines as (
    select
        indicator_id,
        area_id,
        frequency,
        period_index,
        period_end,
        value
    from judged
    union all
    select
        indicator_id,
        area_id,
        frequency,
        period_index,
        period_end,
        value
    from published
    anti join judged
        on published.indicator_id = judged.indicator_id and published.area_id = judged.area_id
    qualify
        row_number() over (
            partition by indicator_id, area_id, frequency, period_index order by period_start
        ) = 1
        and n_of_frequency = max(n_of_frequency) over (partition by indicator_id, area_id)
),

since_break as (
    select
        lines.*,
        last_breaks.break_date
    from lines
    left join last_breaks
        on lines.indicator_id = last_breaks.indicator_id and lines.area_id = last_breaks.area_id
    where last_breaks.break_date is null or lines.period_end >= last_breaks.break_date
)

select * from since_break
