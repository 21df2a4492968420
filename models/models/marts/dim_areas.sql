with areas as (
    select * from {{ ref('stg_programme__areas') }}
),

named as (
    select
        area_id,
        code,
        name,
        name_en,
        level,
        parent_area_id,
        sort_order,
        valid_from,
        valid_to
    from areas
)

select * from named
order by sort_order, valid_from
