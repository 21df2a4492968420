with breaks as (
    select * from {{ ref('stg_programme__breaks') }}
    where break_date <= {{ as_of() }}
),

observations as (
    select * from {{ ref('int_indicator_values') }}
),

sides as (
    select
        observations.series_id,
        observations.indicator_id,
        observations.area_id,
        breaks.break_date,
        breaks.kind,
        breaks.reason_vi,
        breaks.reason_en,
        cast(count_if(observations.period_end < breaks.break_date) as integer) as n_before,
        cast(count_if(observations.period_end >= breaks.break_date) as integer) as n_after,
        max(observations.period_end) filter (
            where
            observations.basis = 'crosswalk' and observations.period_end < breaks.break_date
        ) as last_carried_over
    from breaks
    inner join observations
        on
            breaks.indicator_id in (observations.indicator_id, '*')
            and breaks.area_id in (observations.area_id, '*')
    group by all
),

placed as (
    select
        * exclude (last_carried_over),
        n_after > 0 and (kind = 'definition' or last_carried_over is not null) as is_split,
        -- figures before a boundary that are already those of today's area belong to the new series
        case
            when kind = 'definition' then break_date
            else last_carried_over + 1
        end as split_date
    from sides
    where n_before > 0
)

select * from placed
