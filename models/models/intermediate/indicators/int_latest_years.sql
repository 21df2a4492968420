with years as (
    select * from {{ ref('int_period_values') }}
    where frequency = 'year'
),

latest as (
    select
        indicator_id,
        area_id,
        cast(year(span_start) as integer) as period_year,
        value,
        has_end as is_complete
    from years
    qualify span_start = max(span_start) over (partition by indicator_id, area_id)
)

select * from latest
