with subjects as (
    select * from {{ ref('int_progress_subjects') }}
),

corners as (
    select * from {{ ref('int_path_corners') }}
),

seasons as (
    select * from {{ ref('int_path_seasons') }}
),

stretches as (
    select
        *,
        lead(corner_date) over along as next_date,
        lead(corner_level) over along as next_level,
        row_number() over along as position
    from corners
    window along as (partition by series_id order by corner_date)
),

-- where the dated path is at the newest period, without its season
positions as (
    select
        subjects.series_id,
        {{ on_line(
            'subjects.latest_period_end', 'stretches.corner_date', 'stretches.corner_level',
            'stretches.next_date', 'stretches.next_level'
        ) }} as planned_level
    from subjects
    inner join stretches using (series_id)
    where
        stretches.next_date is not null
        and (subjects.latest_period_end >= stretches.corner_date or stretches.position = 1)
    qualify row_number() over (
        partition by subjects.series_id order by stretches.corner_date desc
    ) = 1
),

-- the same month of another year is what a seasonal figure is compared with
placed as (
    select
        subjects.series_id,
        {{ in_season('positions.planned_level', 'seasons') }} as planned_value,
        {{ level_of('subjects.latest_value', 'seasons') }} as latest_level
    from subjects
    left join positions using (series_id)
    left join seasons
        on {{ is_season_of('subjects', 'subjects.latest_period_end', 'subjects.frequency') }}
    where subjects.target_cadence = 'by_date' or subjects.target_cadence is null
),

due as (
    select
        subjects.series_id,
        {{ level_of('subjects.goal_value', 'seasons') }} as goal_level,
        seasons.series_id is not null as is_seasonal,
        coalesce(seasons.is_multiplicative, false) as is_multiplicative
    from subjects
    left join seasons
        on {{ is_season_of('subjects', 'subjects.target_due', 'subjects.frequency') }}
    where subjects.target_cadence = 'by_date'
)

select
    placed.series_id,
    placed.planned_value,
    placed.latest_level,
    due.goal_level,
    coalesce(due.is_seasonal, false) as is_seasonal,
    coalesce(due.is_multiplicative, false) as is_multiplicative
from placed
left join due using (series_id)
