with subjects as (
    select * from {{ ref('int_progress_subjects') }}
),

baselines as (
    select * from {{ ref('int_baselines') }}
),

positions as (
    select * from {{ ref('int_path_positions') }}
),

reached as (
    select * from {{ ref('int_reached') }}
),

usual_changes as (
    select * from {{ ref('int_usual_changes') }}
),

trends as (
    select * from {{ ref('int_trends') }}
),

gathered as (
    select
        subjects.*,
        baselines.baseline_date,
        baselines.baseline_value,
        reached.reached_date,
        coalesce(usual_changes.usual_change, 0) as usual_change,
        trends.direction as trend_direction,
        case subjects.default_path
            when 'level' then subjects.target_value
            when 'within_year'
                then
                    subjects.target_value
                    * {{ share_of_year_gone('subjects.latest_period_end') }}
            else positions.planned_value
        end as planned_value
    from subjects
    left join baselines
        on
            subjects.indicator_id = baselines.indicator_id
            and subjects.area_id = baselines.area_id
    left join positions
        on
            subjects.indicator_id = positions.indicator_id
            and subjects.area_id = positions.area_id
    left join reached
        on subjects.indicator_id = reached.indicator_id and subjects.area_id = reached.area_id
    left join usual_changes
        on
            subjects.indicator_id = usual_changes.indicator_id
            and subjects.area_id = usual_changes.area_id
    left join trends
        on subjects.indicator_id = trends.indicator_id and subjects.area_id = trends.area_id
),

-- everything in units of the indicator or of its range, so that neither unit nor complement matters
measured as (
    select
        *,
        {{ is_met('latest_value', 'target_operator', 'target_value') }} as is_met,
        {{ settled(shortfall('latest_value', 'planned_value', 'direction')) }} as behind,
        abs(
            planned_value
            - case when target_cadence = 'yearly' then 0 else baseline_value end
        ) as planned_way,
        coalesce(
            upper_bound - lower_bound, greatest(abs(baseline_value), abs(target_value))
        ) as span,
        {{ goal_value('target_value', 'target_operator', 'direction', 'counted_factor') }}
            as goal_value
    from gathered
),

facts as (
    select
        * exclude (decimals, usual_change, planned_way, span),
        greatest(0.05 * planned_way, 0.5 * power(10, -decimals)) as on_path_width,
        case
            when default_path = 'level'
                then 0.05 * coalesce(upper_bound - lower_bound, abs(target_value))
            else greatest(0.4 * planned_way, 0.0025 * span, 1.6 * usual_change)
        end as slightly_behind_width
    from measured
)

select * from facts
