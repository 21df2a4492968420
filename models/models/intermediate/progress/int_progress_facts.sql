with subjects as (
    select * from {{ ref('int_progress_subjects') }}
),

baselines as (
    select * from {{ ref('int_baselines') }}
),

corners as (
    select * from {{ ref('int_path_corners') }}
),

trends as (
    select * from {{ ref('int_trends') }}
),

stretches as (
    select
        *,
        lead(corner_date) over along as next_date,
        lead(corner_value) over along as next_value,
        row_number() over along as position
    from corners
    window along as (partition by series_id order by corner_date)
),

-- where the dated path is at the newest period
positions as (
    select
        subjects.series_id,
        {{ on_line(
            'subjects.latest_period_end', 'stretches.corner_date', 'stretches.corner_value',
            'stretches.next_date', 'stretches.next_value'
        ) }} as planned_value
    from subjects
    inner join stretches using (series_id)
    where
        stretches.next_date is not null
        and (subjects.latest_period_end >= stretches.corner_date or stretches.position = 1)
    qualify row_number() over (
        partition by subjects.series_id order by stretches.corner_date desc
    ) = 1
),

gathered as (
    select
        subjects.*,
        baselines.baseline_date,
        baselines.baseline_value,
        baselines.reached_date,
        coalesce(baselines.usual_change, 0) as usual_change,
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
    left join baselines using (series_id)
    left join positions using (series_id)
    left join trends using (series_id)
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
            as goal_value,
        {{ years_between('baseline_date', 'latest_period_end') }} as years_gone,
        {{ years_between('latest_period_end', 'target_due') }} as years_left,
        latest_value is not null and coalesce(target_cadence = 'by_date', true) as has_pace
    from gathered
),

-- a pace of a few weeks is noise
paced as (
    select
        *,
        case
            when has_pace and years_gone >= 0.2 then (latest_value - baseline_value) / years_gone
        end as actual_per_year,
        case
            when not has_pace then null
            when is_met then 0
            when years_left > 0 then (goal_value - latest_value) / years_left
        end as required_per_year,
        case
            when not has_pace then null
            when is_met then 0
            else round((goal_value - latest_value) * counted_factor)
        end as needed_count
    from measured
),

facts as (
    select
        * exclude (decimals, usual_change, planned_way, span, years_gone, has_pace),
        greatest(0.05 * planned_way, 0.5 * power(10, -decimals)) as on_path_width,
        case
            when default_path = 'level'
                then 0.05 * coalesce(upper_bound - lower_bound, abs(target_value))
            else greatest(0.4 * planned_way, 0.0025 * span, 1.6 * usual_change)
        end as slightly_behind_width,
        case
            when not has_pace then null
            when is_met then latest_period_end
            else {{ arrival_date(
                'latest_period_end', '(goal_value - latest_value)', 'actual_per_year'
            ) }}
        end as arrival_date
    from paced
)

select * from facts
