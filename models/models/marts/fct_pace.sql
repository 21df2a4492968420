with facts as (
    select * from {{ ref('int_progress_facts') }}
),

wards as (
    select area_id from {{ ref('stg_programme__areas') }}
    where level = 'ward' and valid_to is null
),

open_targets as (
    select
        facts.*,
        coalesce(facts.counted_factor, 1) as factor
    from facts
    inner join wards on facts.area_id = wards.area_id
    where
        facts.target_cadence = 'by_date'
        and facts.latest_value is not null
        and not facts.is_level_met
        and facts.target_due > greatest(facts.latest_period_end, {{ as_of() }})
),

questions as (
    select * from ({{ paces_needed('open_targets') }})
    union all by name
    select * from ({{ paces_offered('open_targets') }})
),

answered as (
    select
        questions.*,
        open_targets.*,
        {{ clamp(
            value_when_due(
                'open_targets.latest_level + questions.pace_per_year * '
                ~ years_between('questions.start_date', 'open_targets.target_due')
            ),
            'open_targets.lower_bound', 'open_targets.upper_bound'
        ) }} as value_at_due
    from questions
    inner join open_targets using (series_id)
)

select
    indicator_id,
    area_id,
    question,
    cast(position as integer) as position,
    start_date,
    latest_value as start_value,
    target_value,
    target_due,
    pace_per_year,
    pace_per_year * factor as counted_per_year,
    counted_factor is not null as is_counted,
    value_at_due,
    {{ is_met('value_at_due', 'target_operator', 'target_value', 'direction') }} as is_met_at_due,
    {{ arrival_date('start_date', '(goal_level - latest_level)', 'pace_per_year') }} as arrival_date
from answered
order by indicator_id, area_id, question, position
