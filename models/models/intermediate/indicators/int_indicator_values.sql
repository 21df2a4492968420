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

preferred as (
    select
        {{ observation_key() }} as observation_id,
        {{ series_key('indicator_id', 'area_id') }} as series_id,
        * exclude (is_crosswalk, label, source_rank)
        replace (
            case when is_crosswalk then 'crosswalk' else basis end as basis,
            coalesce(assumed_share, 0) as assumed_share
        )
    from labelled
    qualify
        source_rank = min(source_rank) over (partition by indicator_id, area_id, frequency, label)
)

select * from preferred
