with series as (
    select * from {{ ref('int_series') }}
),

changes as (
    select
        later.indicator_id,
        later.area_id,
        later.period_index - earlier.period_index as horizon,
        later.period_index as target_index,
        later.value - earlier.value as change
    from series as later
    inner join series as earlier
        on
            later.indicator_id = earlier.indicator_id
            and later.area_id = earlier.area_id
            and later.period_index > earlier.period_index
            and later.period_index - earlier.period_index
            <= {{ backtest_steps('later.frequency') }}
)

select * from changes
