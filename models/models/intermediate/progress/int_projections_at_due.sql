with newest as (
    select * from {{ ref('int_series') }}
    where is_last
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

-- every dated target by its own day; of yearly ones that which is in force
targets as (
    select * from {{ ref('int_target_points') }}
    where cadence = 'by_date' or is_judged
),

duties as (
    select * from {{ ref('int_duty_years') }}
),

forecasts as (
    select
        newest.indicator_id,
        {{ period_end_after('newest.period_end', 'newest.frequency', 'forecasts.step') }}
            as period_end,
        targets.operator,
        targets.target_value,
        registry.direction,
        registry.temporal_aggregation,
        case when targets.cadence = 'yearly' then duties.duty_due else targets.due_date end
            as target_due,
        case when targets.cadence = 'yearly' then duties.duty_kind end as duty_kind,
        duties.year_value,
        duties.n_missing_of_year,
        -- what is counted whole is met from half a unit before the number on
        case
            when {{ is_counted('registry.unit') }}
                then 0.5 * power(10, -registry.decimals)
            else 0
        end as half_unit,
        forecasts.*
    from {{ ref('int_projections') }} as forecasts
    inner join newest using (series_id)
    inner join targets on newest.indicator_id = targets.indicator_id
    inner join registry on newest.indicator_id = registry.indicator_id
    left join duties using (series_id)
),

until_due as (
    select * from forecasts
    where period_end <= target_due
),

nearest as (
    select
        *,
        {{ decisive_value('operator', 'target_value', 'half_unit', 'direction') }} as decisive_value
    from until_due
    where coalesce(temporal_aggregation != 'sum', true) or duty_kind is null
    qualify row_number() over (partition by series_id, target_due order by step desc) = 1
),

distributed as (
    select
        nearest.*,
        quantiles.quantiles
    from nearest
    left join {{ ref('int_forecast_quantiles') }} as quantiles using (frequency, history, step)
),

-- what a year brings in all: what is known and the forecasts of the months that are left or missing
sums as (
    select
        series_id,
        target_due,
        any_value(operator) as operator,
        any_value(target_value) as target_value,
        any_value(direction) as direction,
        any_value(half_unit) as half_unit,
        bool_and(gives_chance) as gives_chance,
        any_value(year_value) as year_value,
        any_value(year_value) + {{ stable_sum('value') }}
        + any_value(n_missing_of_year) * min_by(value, step) as projected,
        sqrt(
            {{ stable_sum('power(greatest(upper_80 - value, value - lower_80) / 1.2816, 2)') }}
            + any_value(n_missing_of_year)
            * min_by(power(greatest(upper_80 - value, value - lower_80) / 1.2816, 2), step)
        ) as spread
    from until_due
    where temporal_aggregation = 'sum' and duty_kind is not null
    group by series_id, target_due
),

sums_judged as (
    select
        *,
        case
            when operator = 'le' or (operator = 'eq' and direction = 'down')
                then {{ normal_share_below(
                    '((target_value + half_unit - projected) / greatest(spread, 1e-9))'
                ) }}
            when operator = 'gt'
                then 1 - {{ normal_share_below(
                    '((target_value + half_unit - projected) / greatest(spread, 1e-9))'
                ) }}
            else
                1 - {{ normal_share_below(
                    '((target_value - half_unit - projected) / greatest(spread, 1e-9))'
                ) }}
        end as chance
    from sums
),

projections as (
    select
        series_id,
        target_due,
        value as projected_at_due,
        lower_80,
        upper_80,
        {{ settled(
            'coalesce(probability_met, '
            ~ chance_met('distributed', 'operator', 'decisive_value', 'direction') ~ ')'
        ) }} as probability_met
    from distributed
    union all
    select
        series_id,
        target_due,
        projected as projected_at_due,
        greatest(year_value, projected - 1.2816 * spread) as lower_80,
        projected + 1.2816 * spread as upper_80,
        case when gives_chance then {{ settled('chance') }} end as probability_met
    from sums_judged
)

select * from projections
