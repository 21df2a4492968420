-- What a row of fct_progress says never contradicts itself or its neighbours: a reader who finds
-- one contradiction believes nothing. Each rule is what must not be true of any row.
{%- set met = is_met('latest_value', 'target_operator', 'target_value', 'direction') %}
{%- set met_at_due = is_met('value_at_due', 'target_operator', 'target_value', 'direction') %}
{%- set met_when_broken = is_met('broken_value', 'target_operator', 'target_value', 'direction') %}
{%- set ahead = "(gap * case when direction = 'down' then -1 else 1 end)" %}
{%- set open_reasons = "('ahead_of_path', 'on_path', 'behind_but_likely', 'on_path_but_uncertain', "
    ~ "'slightly_behind_path', 'behind_and_uncertain', 'reached_then_lost', 'on_path_but_unlikely', "
    ~ "'behind_and_unlikely')" %}
{%- set rules = {
    "a status is the one that its reason stands for":
        "status != " ~ status_of('reason_code', 'probability_met'),
    "achieved before its time is at least 80% likely":
        "reason_code = 'met_and_secured' and coalesce(probability_met, 0) < 0.8",
    "on track is at least 60% likely": "status = 'on_track' and probability_met < 0.6",
    "at risk is likely neither way":
        "status = 'at_risk' and reason_code != 'met_not_secured'"
        ~ " and coalesce(probability_met not between 0.2 and 0.6, true)",
    "met but not secured has a chance below 80%":
        "reason_code = 'met_not_secured' and coalesce(probability_met >= 0.8, true)",
    "off track is at most 20% likely": "status = 'off_track' and probability_met >= 0.2",
    "what is not judged has no future":
        "status in ('no_target', 'not_assessable') and (probability_met is not null"
        ~ " or projected_at_due is not null or projected_lower_80 is not null"
        ~ " or projected_upper_80 is not null or arrival_date is not null)",
    "no target means a figure and no number":
        "(status = 'no_target') != (latest_value is not null and target_value is null)",
    "no data means no figure": "(reason_code = 'no_data') != (latest_value is null)",
    "the direction is that of the trend":
        "reason_code = 'improving_no_target' and coalesce(trend_direction, '') != 'improving'"
        ~ " or reason_code = 'worsening_no_target' and coalesce(trend_direction, '') != 'worsening'",
    "met is met now": "reason_code in ('met_and_secured', 'met_not_secured') and not " ~ met,
    "on the way to it is not met":
        "not is_seasonal and reason_code in " ~ open_reasons ~ " and " ~ met,
    "met when due was met then":
        "reason_code = 'met_when_due' and not coalesce(" ~ met_at_due ~ ", false)",
    "missed when due was missed then":
        "reason_code = 'missed_when_due' and coalesce(" ~ met_at_due ~ ", true)",
    "what decides ends by the due date": "value_at_due_period_end > target_due",
    "a due date that has passed lies before today":
        "reason_code in ('met_when_due', 'missed_when_due') and target_due >= as_of",
    "what is decided has neither path nor future":
        "(reason_code in ('met_when_due', 'missed_when_due', 'no_figure_when_due') or is_met_at_due is not null)"
        ~ " and coalesce(planned_value, gap, projected_at_due, probability_met) is not null",
    "an interval holds its projection":
        "projected_at_due not between projected_lower_80 - 1e-6 and projected_upper_80 + 1e-6",
    "there is one projection":
        "target_cadence = 'by_date' and abs(projected_at_due - projection_at_due) > 1e-6",
    "an interval above the goal means likely":
        "target_cadence = 'by_date' and target_operator != 'gt' and target_type != 'count_to_zero' and direction = 'up'"
        ~ " and projected_lower_80 > target_value and probability_met < 0.6",
    "an interval below the goal means unlikely":
        "target_cadence = 'by_date' and direction = 'up'"
        ~ " and projected_upper_80 < target_value - half_unit and probability_met >= 0.6",
    "a gap is the distance to the path": "abs(gap - (latest_value - planned_value)) > 1e-6",
    "ahead is ahead": "reason_code = 'ahead_of_path' and " ~ ahead ~ " <= 0",
    "behind is behind":
        "reason_code in ('behind_but_likely', 'slightly_behind_path', 'behind_and_uncertain', "
        ~ "'behind_and_unlikely') and " ~ ahead ~ " >= 0 and direction != 'keep'",
    "the planned value lies on the path":
        "target_cadence = 'by_date' and not is_seasonal and abs(planned_value - path_value) > 1e-6 * greatest(1, abs(path_value))",
    "an arrival in time is not unlikely":
        "arrival_date <= target_due and latest_period_end < arrival_date and probability_met < 0.2",
    "an arrival too late is not likely": "arrival_date > target_due and probability_met >= 0.6",
    "a pace that the forecast denies has no arrival": "is_pace_apart and arrival_date is not null",
    "what is met needs nothing more":
        "not is_seasonal and " ~ met ~ " and (required_per_year != 0 or needed_count != 0)",
    "what is needed leads to the target":
        "required_per_year * case when direction = 'down' then -1 else 1 end < 0 and direction != 'keep'",
    "a path starts no earlier than the newest break": "baseline_date < break_date",
    "reached and lost was reached": "reason_code = 'reached_then_lost' and reached_date is null",
    "held means every period known and none broken":
        "reason_code = 'held_so_far' and coalesce(n_missing > 0 or n_broken > 0, true)",
    "broken names a period that broke it":
        "reason_code = 'broken_this_year' and coalesce(n_broken = 0 or broken_period_end is null or "
        ~ met_when_broken ~ ", true)",
    "a broken year is lost": "reason_code = 'broken_this_year' and coalesce(probability_met, 1) != 0",
    "an incomplete year names what is missing":
        "reason_code = 'year_incomplete' and coalesce(n_missing, 0)"
        ~ " != coalesce(len(string_split(missing_period_ends, ',')), 0)"
        ~ " or reason_code = 'year_incomplete' and coalesce(n_missing, 0) = 0",
    "a fulfilled quota is met": "reason_code = 'quota_fulfilled' and not " ~ met,
    "a quota that is exceeded or missed is not met":
        "reason_code in ('quota_exceeded', 'quota_missed') and " ~ met,
    "a quota agrees with its chance":
        "reason_code = 'quota_likely' and coalesce(probability_met < 0.6, true)"
        ~ " or reason_code = 'quota_uncertain' and coalesce(probability_met not between 0.2 and 0.6, true)"
        ~ " or reason_code = 'quota_unlikely' and coalesce(probability_met >= 0.2, true)",
    "the change is from a year before":
        "abs(change_from_previous_year - (latest_value - previous_year_value)) > 1e-6",
    "the latest value is the newest observation":
        "coalesce(target_cadence, 'by_date') = 'by_date' and latest_value is not null"
        ~ " and coalesce(abs(latest_value - observed_value) > 1e-9 * greatest(1, abs(latest_value)), true)",
    "a caution is a finding": "caution is not null and not has_finding",
    "all neighbourhoods are all there were": "n_areas_reported > n_areas",
    "a value lies within its bounds":
        "projected_at_due < lower_bound - 1e-6 or projected_at_due > upper_bound + 1e-6",
    "stale figures are old":
        "reason_code = 'stale_data' and date_diff('day', latest_period_end, as_of) < 180",
} %}

with progress as (
    select * from {{ ref('fct_progress') }}
),

registry as (
    select * from {{ ref('dim_indicators') }}
),

trends as (
    select * from {{ ref('fct_trends') }}
),

-- the projection that the pages draw, at the last period that ends by the due date
projections as (
    select
        progress.indicator_id,
        progress.area_id,
        max_by(drawn.value, drawn.step) as projection_at_due
    from progress
    inner join {{ ref('fct_projections') }} as drawn
        on
            progress.indicator_id = drawn.indicator_id
            and progress.area_id = drawn.area_id
            and progress.target_due >= drawn.period_end
    group by progress.indicator_id, progress.area_id
),

corners as (
    select
        *,
        lead(path_date) over along as next_date,
        lead(planned_value) over along as next_value,
        row_number() over along as position
    from {{ ref('fct_paths') }}
    window along as (partition by indicator_id, area_id order by path_date)
),

paths as (
    select
        progress.indicator_id,
        progress.area_id,
        {{ on_line(
            'progress.latest_period_end', 'corners.path_date', 'corners.planned_value',
            'corners.next_date', 'corners.next_value'
        ) }} as path_value
    from progress
    inner join corners
        on progress.indicator_id = corners.indicator_id and progress.area_id = corners.area_id
    where
        corners.next_date is not null
        and (progress.latest_period_end >= corners.path_date or corners.position = 1)
    qualify row_number() over (
        partition by progress.indicator_id, progress.area_id order by corners.path_date desc
    ) = 1
),

observations as (
    select
        progress.indicator_id,
        progress.area_id,
        any_value(observed.value) as observed_value
    from progress
    inner join {{ ref('fct_observations') }} as observed
        on
            progress.indicator_id = observed.indicator_id
            and progress.area_id = observed.area_id
            and progress.frequency = observed.frequency
            and progress.latest_period_end = observed.period_end
    group by progress.indicator_id, progress.area_id
),

findings as (
    select distinct rule_id from {{ ref('fct_quality') }}
),

judged as (
    select
        progress.*,
        registry.direction,
        registry.lower_bound,
        registry.upper_bound,
        case
            when {{ is_counted('registry.unit') }} then 0.5 * power(10, -registry.decimals)
            else 0
        end as half_unit,
        trends.direction as trend_direction,
        projections.projection_at_due,
        paths.path_value,
        observations.observed_value,
        findings.rule_id is not null as has_finding
    from progress
    inner join registry on progress.indicator_id = registry.indicator_id
    left join trends
        on progress.indicator_id = trends.indicator_id and progress.area_id = trends.area_id
    left join projections
        on
            progress.indicator_id = projections.indicator_id
            and progress.area_id = projections.area_id
    left join paths
        on progress.indicator_id = paths.indicator_id and progress.area_id = paths.area_id
    left join observations
        on
            progress.indicator_id = observations.indicator_id
            and progress.area_id = observations.area_id
    left join findings on progress.caution = findings.rule_id
)

{% for rule, contradiction in rules.items() -%}
select
    '{{ rule }}' as rule,
    concat_ws(' · ', indicator_id, area_id, status, reason_code) as place
from judged
where {{ contradiction }}
{{ 'union all' if not loop.last }}
{% endfor %}
