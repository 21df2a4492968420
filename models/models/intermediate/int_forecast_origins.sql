with series as (
    select * from {{ ref('int_series') }}
),

numbered as (
    select
        *,
        row_number() over (partition by indicator_id, area_id order by period_index) as position
    from series
),

origins as (
    select
        indicator_id,
        area_id,
        frequency,
        period_index as origin_index,
        period_end,
        value,
        case
            when is_last then {{ steps_to_programme_end('period_end', 'frequency') }}
            else {{ backtest_steps('frequency') }}
        end as n_steps,
        is_last
    from numbered
    where position >= 3
)

select * from origins
