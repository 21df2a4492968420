with baselines as (
    select * from {{ ref('int_baselines') }}
),

dated as (
    select * from {{ ref('int_target_points') }}
    where target_value is not null and cadence = 'by_date'
),

-- nobody is behind a plan that did not exist; who is already there is asked to stay
starts as (
    select
        baselines.series_id,
        baselines.indicator_id,
        baselines.area_id,
        greatest(
            baselines.baseline_date, {{ programme_start() }} - 1
        ) as corner_date,
        case
            when {{ is_met('baselines.baseline_value', 'dated.operator', 'dated.target_value') }}
                then dated.target_value
            else baselines.baseline_value
        end as corner_value,
        'start' as kind
    from baselines
    inner join dated on baselines.indicator_id = dated.indicator_id
    where dated.is_final
),

later as (
    select
        starts.* replace (
            dated.due_date as corner_date,
            dated.target_value as corner_value,
            case when dated.is_final then 'target' else 'milestone' end as kind
        )
    from starts
    inner join dated
        on
            starts.indicator_id = dated.indicator_id
            and starts.corner_date < dated.due_date
)

select * from starts
union all by name
select * from later
