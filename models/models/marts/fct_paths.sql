with corners as (
    select * from {{ ref('int_path_corners') }}
),

subjects as (
    select * from {{ ref('int_progress_subjects') }}
),

seasons as (
    select * from {{ ref('int_path_seasons') }}
),

duties as (
    select
        subjects.indicator_id,
        subjects.area_id,
        targets.target_value,
        unnest(
            range(year({{ programme_start() }}), year(targets.due_date) + 1)
        ) as duty_year
    from subjects
    inner join {{ ref('int_target_points') }} as targets
        on subjects.indicator_id = targets.indicator_id
    where targets.cadence = 'yearly' and targets.is_judged and subjects.n_points > 0
),

-- a flat line with its deadline: what the year must bring is no saw-tooth
duty_corners as (
    select
        indicator_id,
        area_id,
        make_date(duty_year, 1, 1) as corner_date,
        target_value as corner_value,
        'start' as kind
    from duties
    union all
    select
        indicator_id,
        area_id,
        make_date(duty_year, 12, 31) as corner_date,
        target_value as corner_value,
        'target' as kind
    from duties
),

stretches as (
    select
        corners.*,
        subjects.frequency,
        lead(corners.corner_date) over along as next_date,
        lead(corners.corner_level) over along as next_level
    from corners
    inner join subjects using (series_id)
    where corners.series_id in (select series_id from seasons)
    window along as (partition by corners.series_id order by corners.corner_date)
),

between_corners as (
    select
        *,
        unnest(range(1, 1 + cast(date_diff('month', corner_date, next_date) as integer)))
            as n_after
    from stretches
    where next_date is not null
),

months as (
    select
        *,
        cast(last_day(corner_date + to_months(cast(n_after as integer))) as date) as month_end
    from between_corners
),

-- a series with a clear season has the pattern of its months on its path
seasonal_points as (
    select
        months.indicator_id,
        months.area_id,
        months.month_end as corner_date,
        {{ in_season(
            '(months.corner_level + (months.next_level - months.corner_level)'
            ~ " * date_diff('day', months.corner_date, months.month_end)"
            ~ " / date_diff('day', months.corner_date, months.next_date))",
            'seasons'
        ) }} as corner_value,
        'season' as kind
    from months
    inner join seasons
        on {{ is_season_of('months', 'months.month_end', 'months.frequency') }}
    where
        months.month_end < months.next_date
        and (months.frequency = 'month' or month(months.month_end) % 3 = 0)
),

paths as (
    select
        indicator_id,
        area_id,
        corner_date,
        corner_value,
        kind
    from corners
    union all by name
    select * from duty_corners
    union all by name
    select * from seasonal_points
)

select
    indicator_id,
    area_id,
    corner_date as path_date,
    corner_value as planned_value,
    kind
from paths
order by indicator_id, area_id, path_date
