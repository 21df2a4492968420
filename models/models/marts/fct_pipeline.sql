with projects as (
    select * from {{ ref('int_delivery_projects') }}
),

stages as (
    select * from {{ ref('delivery_stages') }}
),

-- a project that never comes is the last of all
by_project as (
    select
        series_id,
        project_key,
        count(*) as n_futures,
        count(comes_on) as n_coming,
        list_sort(list(comes_on) filter (where comes_on is not null)) as days
    from {{ ref('int_project_futures') }}
    group by series_id, project_key
),

-- the middle day and eight in ten around it; null where by then it may never have come
expected as (
    select
        series_id,
        project_key,
        {{ day_by_share(0.1) }} as expected_from,
        {{ day_by_share(0.5) }} as expected_date,
        {{ day_by_share(0.9) }} as expected_to
    from by_project
),

pipeline as (
    select
        projects.indicator_id,
        projects.area_id,
        projects.project_key,
        projects.title as project_name,
        stages.title_vi as stage_vi,
        stages.title_en as stage_en,
        projects.total_units,
        projects.delivered_units,
        projects.units_left,
        projects.delivered_on as delivered_date,
        projects.planned_on as planned_date,
        expected.expected_date,
        expected.expected_from,
        expected.expected_to,
        projects.list_date
    from projects
    inner join stages on projects.stage = stages.stage
    left join expected using (series_id, project_key)
)

select * from pipeline
order by indicator_id, area_id, planned_date, project_name
