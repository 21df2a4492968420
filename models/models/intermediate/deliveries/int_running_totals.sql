with registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

targets as (
    select * from {{ ref('int_target_points') }}
    where is_final
),

running as (
    select
        registry.indicator_id,
        registry.numerator_form,
        registry.numerator_measures,
        registry.direction,
        registry.upper_bound,
        registry.counted_since,
        targets.target_value,
        case
            when targets.due_date > coalesce(registry.counted_since, {{ programme_start() }})
                then targets.target_value / {{ years_between(
                    'coalesce(registry.counted_since, ' ~ programme_start() ~ ')', 'targets.due_date'
                ) }}
        end as planned_per_year,
        -- what is counted whole is met from half a unit before the number on
        case
            when {{ is_counted('registry.unit') }} then 0.5 * power(10, -registry.decimals)
            else 0
        end as half_unit
    from registry
    left join targets on registry.indicator_id = targets.indicator_id
    where registry.kind = 'cumulative_since' or targets.target_type = 'cumulative_delivery'
)

select * from running
