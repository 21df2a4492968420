with facts as (
    select * from {{ ref('int_progress_facts') }}
),

projections as (
    select * from {{ ref('int_projections_at_due') }}
),

previous as (
    select * from {{ ref('int_previous_values') }}
    where frequency in ('figure', 'year')
),

cautions as (
    select * from {{ ref('int_cautions') }}
),

areas_reported as (
    select * from {{ ref('int_areas_reported') }}
),

-- the gravest warning on the figure that decides: of the due date, of the year, else the newest
touching as (
    select
        facts.series_id,
        arg_min(cautions.rule_id, cautions.rule_rank) as caution
    from facts
    inner join cautions
        on
            facts.series_id = cautions.series_id
            and (
                cautions.period_end
                = case
                    when facts.is_due_passed then facts.value_period_end
                    else facts.latest_period_end
                end
                or year(cautions.period_end) = facts.duty_year
            )
    group by facts.series_id
),

-- a yearly duty is compared with the same months of the year before
compared as (
    select
        facts.series_id,
        previous.previous_year_value
    from facts
    inner join previous
        on
            facts.series_id = previous.series_id
            and facts.latest_period_end = previous.period_end
            and previous.frequency
            = case when facts.target_cadence = 'yearly' then 'year' else 'figure' end
),

joined as (
    select
        facts.*,
        projections.projected_at_due,
        projections.lower_80,
        projections.upper_80,
        touching.caution,
        compared.previous_year_value,
        areas_reported.n_areas_reported,
        areas_reported.n_areas,
        case facts.target_cadence
            when 'by_date' then {{ dated_chance('facts', 'projections.probability_met') }}
            when 'yearly' then {{ duty_chance('facts', 'projections.probability_met') }}
        end as chance
    from facts
    left join projections using (series_id, target_due)
    left join touching using (series_id)
    left join compared using (series_id)
    left join areas_reported
        on
            facts.series_id = areas_reported.series_id
            and facts.latest_period_end = areas_reported.period_end
),

reasoned as (
    select
        *,
        {{ reason_code('joined') }} as reason_code
    from joined
),

-- where the pace so far leads when due, and whether the forecast leaves room for that
classed as (
    select
        *,
        {{ status_of('reason_code', 'chance') }} as status,
        target_cadence = 'by_date' and target_value is not null as has_path,
        {{ value_when_due('latest_level + actual_per_year * years_left') }} as pace_at_due
    from reasoned
),

-- what is not judged has no future either: only what is known and what is asked
judged as (
    select
        *,
        status != 'not_assessable' as is_judged,
        has_path and status != 'not_assessable' and not is_due_passed as has_future,
        -- a pace that the forecast has no room for, or that says the contrary of the chance
        coalesce(
            {{ clamp('pace_at_due', 'lower_bound', 'upper_bound') }}
            not between lower_80 and upper_80,
            false
        )
        or coalesce(
            not is_level_met and case
                when arrival_date <= target_due then chance < {{ chance('unlikely') }}
                else chance >= {{ chance('likely') }}
            end,
            false
        ) as is_pace_apart
    from classed
)

select
    indicator_id,
    area_id,
    {{ as_of() }} as as_of,
    section_id,
    frequency,
    target_type,
    latest_period_end,
    latest_value,
    previous_year_value,
    latest_value - previous_year_value as change_from_previous_year,
    baseline_date,
    baseline_value,
    break_date,
    target_value,
    target_due,
    target_operator,
    target_cadence,
    path_basis,
    case when not is_due_passed then planned_value end as planned_value,
    case when not is_due_passed then latest_value - planned_value end as gap,
    case when has_path then required_per_year end as required_per_year,
    case when target_value is not null then needed_count end as needed_count,
    case when has_path and years_left > 0 then needed_count / years_left end
        as required_count_per_year,
    actual_per_year,
    case when has_future or is_judged and duty_kind like 'quota%' then projected_at_due end
        as projected_at_due,
    case when has_future or is_judged and duty_kind like 'quota%' then lower_80 end
        as projected_lower_80,
    case when has_future or is_judged and duty_kind like 'quota%' then upper_80 end
        as projected_upper_80,
    case when target_value is not null and is_judged then chance end as probability_met,
    case when has_future and not is_pace_apart then arrival_date end as arrival_date,
    coalesce(has_future and is_pace_apart, false) as is_pace_apart,
    reached_date,
    case when is_due_passed then value_period_end end as value_at_due_period_end,
    case when is_due_passed then due_value end as value_at_due,
    case when is_due_passed then is_due_met end as is_met_at_due,
    duty_kind,
    n_known as n_periods,
    n_expected,
    n_missing,
    missing_period_ends,
    n_broken,
    broken_period_end,
    broken_value,
    is_seasonal,
    status,
    reason_code,
    caution,
    n_areas_reported,
    n_areas,
    cast(n_points as integer) as n_points,
    is_sample
from judged
order by indicator_id, area_id
