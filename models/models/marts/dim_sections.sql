with programme_models as (
    select * from {{ ref('stg_programme__sections') }}
),

named as (
    select
        section_id,
        sort_order,
        title_vi,
        title_en,
        promise_vi,
        promise_en,
        agency_id,
        target_group
    from programme_models
)

select * from named
order by sort_order
