with breaks as (
    select * from {{ ref('breaks') }}
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
        coalesce(bool_or(observations.basis = 'crosswalk') filter (
            where observations.period_end < breaks.break_date
        ), false) as is_carried_over
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
        n_after > 0 and (kind = 'definition' or is_carried_over) as is_split
    from sides
    where n_before > 0
)

select * from placed
