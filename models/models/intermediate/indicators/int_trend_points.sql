with judged as (
    select * from {{ ref('int_series') }}
),

last_breaks as (
    {{ last_breaks() }}
),

published as (
    select
        *,
        {{ period_index('period_end', 'frequency') }} as period_index,
        count(*) over (partition by series_id, frequency) as n_of_frequency
    from {{ ref('int_indicator_values') }}
    where source = 'reference' and date_diff('day', period_start, period_end) <= 366
),

-- published lines at the frequency with most figures, where the ward has no series of its own
lines as (
    select published.*
    from published
    anti join judged using (series_id)
    qualify
        row_number() over (
            partition by series_id, frequency, period_index order by period_start
        ) = 1
        and n_of_frequency = max(n_of_frequency) over (partition by series_id)
),

since_break as (
    {% for points in ['judged', 'lines'] -%}
    select
        points.series_id,
        points.indicator_id,
        points.area_id,
        points.frequency,
        points.period_index,
        points.period_end,
        points.value,
        last_breaks.break_date
    from {{ points }} as points
    left join last_breaks using (series_id)
    where last_breaks.break_date is null or points.period_end >= last_breaks.break_date
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select * from since_break
