with projects as (
    select * from {{ ref('int_delivery_projects') }}
),

stages as (
    select * from {{ ref('delivery_stages') }}
),

past_slips as (
    select
        series_id,
        list_sort(list(months_late)) as slips,
        count(*) as n_slips
    from projects
    where months_late is not null
    group by series_id
),

-- a planned day that has passed is counted from the list, without one the stage says how long
open_projects as (
    select
        projects.*,
        case
            when projects.planned_on is not null
                then greatest(projects.planned_on, projects.list_date)
            else
                projects.list_date + cast(round(30.4375 * stages.months_to_go) as integer)
        end as usual_day,
        stages.late_p50,
        stages.late_p90,
        stages.never_share,
        past_slips.slips,
        coalesce(past_slips.n_slips, 0) as n_slips,
        bool_or(projects.has_plan) over (partition by projects.series_id) as is_pipeline
    from projects
    inner join stages on projects.stage = stages.stage
    left join past_slips using (series_id)
    where projects.units_left > 0
),

futures as (
    select unnest(range(1, cast({{ prior('futures') }} as integer) + 1)) as future
),

-- in every second future the same thing holds all projects up, in the others each has its own luck
drawn as (
    select
        open_projects.*,
        futures.future,
        case
            when futures.future % 2 = 1 then {{ chance_draw(['futures.future', "'late'"]) }}
            else {{ chance_draw(['futures.future', 'open_projects.project_key', "'late'"]) }}
        end as late_draw,
        {{ chance_draw(['futures.future', 'open_projects.project_key', "'past'"]) }}
        < open_projects.n_slips / (open_projects.n_slips + {{ prior('past_slips_for_half') }})
            as is_like_past,
        {{ chance_draw(['futures.future', 'open_projects.project_key', "'never'"]) }}
        < open_projects.never_share as is_never
    from open_projects
    cross join futures
    where open_projects.is_pipeline
),

delayed as (
    select
        *,
        case
            when is_like_past then slips[1 + cast(floor(late_draw * n_slips) as integer)]
            else late_p50 * power(late_p90 / late_p50, {{ normal_draw('late_draw') }} / 1.2816)
        end as months
    from drawn
),

-- no project comes before its list
projects_by_future as (
    select
        series_id,
        indicator_id,
        area_id,
        project_key,
        future,
        units_left,
        case
            when not is_never
                then greatest(
                    list_date + 1,
                    usual_day + cast(round(30.4375 * months) as integer)
                )
        end as comes_on
    from delayed
)

select * from projects_by_future
