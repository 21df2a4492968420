with breaks as (
    select * from {{ ref('stg_programme__breaks') }}
),

observations as (
    select * from {{ ref('int_indicator_values') }}
),

sides as (
    select
        observations.indicator_id,
        observations.area_id,
        breaks.break_date,
        breaks.kind,
        breaks.reason_vi,
        breaks.reason_en,
        count(*) filter (where observations.period_end < breaks.break_date) as n_before,
        count(*) filter (where observations.period_end >= breaks.break_date) as n_after,
        max(observations.period_end) filter (
            where
            observations.basis = 'crosswalk' and observations.period_end < breaks.break_date
        ) as last_carried_over
    from breaks
    inner join observations
        on
            breaks.indicator_id in (observations.indicator_id, '*')
            and breaks.area_id in (observations.area_id, '*')
    where breaks.break_date <= {{ as_of() }}
    group by
        observations.indicator_id,
        observations.area_id,
        breaks.break_date,
        breaks.kind,
        breaks.reason_vi,
        breaks.reason_en
),

placed as (
    select
        indicator_id,
        area_id,
        break_date,
        kind,
        reason_vi,
        reason_en,
        cast(n_before as integer) as n_before,
        cast(n_after as integer) as n_after,
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
