with subjects as (
    select * from {{ ref('int_progress_subjects') }}
),

baselines as (
    select * from {{ ref('int_baselines') }}
),

positions as (
    select * from {{ ref('int_path_positions') }}
),

trends as (
    select * from {{ ref('int_trends') }}
),

due_values as (
    select * from {{ ref('int_due_values') }}
),

duties as (
    select * from {{ ref('int_duty_years') }}
),

gathered as (
    select
        subjects.*,
        baselines.break_date,
        baselines.baseline_date,
        baselines.baseline_value,
        baselines.baseline_level,
        baselines.reached_date,
        coalesce(
            baselines.is_reached_firmly and baselines.is_lost_firmly and not positions.is_seasonal,
            false
        ) as is_reached_firmly,
        coalesce(baselines.usual_change, 0) as usual_change,
        trends.direction as trend_direction,
        case
            when subjects.target_cadence = 'yearly' then subjects.target_value
            else positions.planned_value
        end as planned_value,
        positions.latest_level,
        positions.goal_level,
        coalesce(positions.is_seasonal, false) as is_seasonal,
        coalesce(positions.is_multiplicative, false) as is_multiplicative,
        coalesce(due_values.is_due_known, false) as is_due_known,
        coalesce(due_values.is_due_passed, false) as is_due_passed,
        due_values.value_period_end,
        due_values.value_at_due as due_value,
        due_values.is_met_at_due as is_due_met,
        due_values.n_met_run,
        duties.duty_year,
        duties.n_known,
        duties.n_expected,
        duties.n_missing,
        duties.missing_period_ends,
        duties.n_broken,
        duties.broken_period_end,
        duties.broken_value,
        coalesce(duties.is_broken, false) as is_broken,
        coalesce(duties.is_year_over, false) as is_year_over,
        coalesce(duties.is_total_open, false) as is_total_open,
        coalesce(duties.has_year_end, false) as has_year_end
    from subjects
    left join baselines using (series_id)
    left join positions using (series_id)
    left join trends using (series_id)
    left join due_values using (series_id, target_due)
    left join duties using (series_id)
),

-- everything in units of the indicator or of its range, so that neither unit nor complement matters
measured as (
    select
        *,
        {{ settled(shortfall('latest_value', 'planned_value', 'direction')) }} as behind,
        abs(planned_value - baseline_value) as planned_way,
        coalesce(
            upper_bound - lower_bound, greatest(abs(baseline_value), abs(target_value))
        ) as span,
        {{ years_between('baseline_date', 'latest_period_end') }} as years_gone,
        {{ years_between('latest_period_end', 'target_due') }} as years_left,
        latest_value is not null and coalesce(target_cadence = 'by_date', true) as has_pace,
        -- of a seasonal figure its level counts: a good month may be far from there
        (goal_level - latest_level) * {{ better('direction') }} <= 0 as is_there
    from gathered
),

met as (
    select
        * replace (is_met and not (is_seasonal and not is_there) as is_met),
        case when is_seasonal then is_there else is_met or is_there end as is_level_met
    from measured
),

-- a pace of a few weeks is noise
paced as (
    select
        *,
        case
            when has_pace and years_gone >= 0.2 then (latest_level - baseline_level) / years_gone
        end as actual_per_year,
        case
            when not has_pace then null
            when is_level_met then 0
            when years_left > 0 then (goal_level - latest_level) / years_left
        end as required_per_year,
        case
            when latest_value is null or target_value is null then null
            when target_cadence = 'yearly' and duty_kind != 'quota_up' then null
            when is_met or is_level_met then 0
            else round(
                (coalesce(goal_level, goal_value) - coalesce(latest_level, latest_value))
                * counted_factor
            )
        end as needed_count
    from met
),

facts as (
    select
        * exclude (
            decimals,
            usual_change,
            planned_way,
            span,
            years_gone,
            has_pace,
            baseline_level,
            is_there
        ),
        greatest(0.05 * planned_way, 0.5 * power(10, -decimals)) as on_path_width,
        greatest(0.4 * planned_way, 0.0025 * span, 1.6 * usual_change)
            as slightly_behind_width,
        case
            when not has_pace then null
            when is_met then latest_period_end
            when is_level_met then {{ next_due_month('latest_period_end', 'target_due') }}
            else {{ arrival_date(
                'latest_period_end', '(goal_level - latest_level)', 'actual_per_year'
            ) }}
        end as arrival_date
    from paced
)

select * from facts
