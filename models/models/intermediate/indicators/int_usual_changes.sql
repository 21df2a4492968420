with series as (
    select * from {{ ref('int_series') }}
),

changes as (
    select
        indicator_id,
        area_id,
        value - lag(value) over (
            partition by indicator_id, area_id order by period_index
        ) as change
    from series
),

means as (
    select
        indicator_id,
        area_id,
        {{ stable_mean('change') }} as mean_change
    from changes
    group by indicator_id, area_id
),

usual_changes as (
    select
        changes.indicator_id,
        changes.area_id,
        {{ stable_mean('abs(changes.change - means.mean_change)') }} as usual_change
    from changes
    inner join means
        on changes.indicator_id = means.indicator_id and changes.area_id = means.area_id
    where changes.change is not null
    group by changes.indicator_id, changes.area_id
    having count(*) >= 4
)

select * from usual_changes
