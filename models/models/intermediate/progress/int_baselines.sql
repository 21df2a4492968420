with series as (
    select * from {{ ref('int_series') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

compared as (
    select
        *,
        period_end < {{ programme_start() }} as is_before
    from series
),

nearest as (
    select *
    from compared
    qualify row_number() over (
        partition by indicator_id, area_id
        order by
            is_before desc,
            case when is_before then -period_index else period_index end
    ) = 1
),

baselines as (
    select
        nearest.indicator_id,
        nearest.area_id,
        case
            when registry.kind = 'cumulative_since' then registry.counted_since - 1
            else nearest.period_end
        end as baseline_date,
        case
            when registry.kind = 'cumulative_since' then 0
            else nearest.value
        end as baseline_value
    from nearest
    inner join registry on nearest.indicator_id = registry.indicator_id
)

select * from baselines
