with valued as (
    {% for kind in [
        reported, ratio, count_of_records, cumulative_since, share_of_areas, median_duration,
        tracked, referenced
    ] -%}
    ({{ kind() }})
    {{ 'union all by name' if not loop.last }}
    {% endfor %}
),

-- the label of a period is its month, quarter or year: a lower source only fills empty labels
labelled as (
    select
        *,
        date_trunc(frequency, period_end) as label,
        case source when 'primary' then 1 when 'tracking' then 2 else 3 end as source_rank
    from valued
    where
        value is not null
        and {{ is_of_time('period_start', 'period_end', 'frequency', 'received_at') }}
),

best as (
    select
        *,
        min(source_rank) over (
            partition by indicator_id, area_id, frequency, label
        ) as best_rank
    from labelled
),

preferred as (
    select
        indicator_id,
        source,
        area_id,
        frequency,
        period_start,
        period_end,
        value,
        numerator,
        denominator,
        denominator_role,
        denominator_frequency,
        denominator_period_start,
        denominator_period_end,
        is_approximate,
        case when is_crosswalk then 'crosswalk' else basis end as basis,
        coalesce(assumed_share, 0) as assumed_share,
        received_at,
        is_sample
    from best
    where source_rank = best_rank
)

select * from preferred
