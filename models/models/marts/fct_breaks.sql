with breaks as (
    select * from {{ ref('int_breaks') }}
),

named as (
    select
        indicator_id,
        area_id,
        break_date,
        kind,
        reason_vi,
        reason_en,
        n_before,
        n_after,
        is_split,
        case when is_split then split_date end as split_date
    from breaks
)

select * from named
order by indicator_id, area_id, break_date
