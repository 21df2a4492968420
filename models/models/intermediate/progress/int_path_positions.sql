with newest as (
    select * from {{ ref('int_series') }}
    where is_last
),

corners as (
    select * from {{ ref('int_path_corners') }}
),

stretches as (
    select
        *,
        lead(corner_date) over along as next_date,
        lead(corner_value) over along as next_value,
        row_number() over along as position
    from corners
    window along as (partition by indicator_id, area_id order by corner_date)
),

positions as (
    select
        newest.indicator_id,
        newest.area_id,
        {{ on_line(
            'newest.period_end', 'stretches.corner_date', 'stretches.corner_value',
            'stretches.next_date', 'stretches.next_value'
        ) }} as planned_value
    from newest
    inner join stretches
        on newest.indicator_id = stretches.indicator_id and newest.area_id = stretches.area_id
    where
        stretches.next_date is not null
        and (newest.period_end >= stretches.corner_date or stretches.position = 1)
    qualify row_number() over (
        partition by newest.indicator_id, newest.area_id order by stretches.corner_date desc
    ) = 1
)

select * from positions
