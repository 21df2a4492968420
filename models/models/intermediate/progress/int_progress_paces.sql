with facts as (
    select * from {{ ref('int_progress_facts') }}
    where latest_value is not null
),

-- a pace of a few weeks is noise
measured as (
    select
        *,
        {{ years_between('latest_period_end', 'target_due') }} as years_left,
        case
            when {{ years_between('baseline_date', 'latest_period_end') }} >= 0.2
                then
                    (latest_value - baseline_value)
                    / {{ years_between('baseline_date', 'latest_period_end') }}
        end as actual_per_year
    from facts
    where target_cadence = 'by_date' or target_cadence is null
),

paces as (
    select
        indicator_id,
        area_id,
        actual_per_year,
        case
            when is_met then 0
            when years_left > 0 then (goal_value - latest_value) / years_left
        end as required_per_year,
        case when is_met then 0 else round((goal_value - latest_value) * counted_factor) end
            as needed_count,
        case
            when is_met then latest_period_end
            else {{ arrival_date(
                'latest_period_end', '(goal_value - latest_value)', 'actual_per_year'
            ) }}
        end as arrival_date
    from measured
)

select * from paces
