with projects as (
    select * from {{ ref('int_delivery_projects') }}
),

stages as (
    select * from {{ ref('delivery_stages') }}
),

-- the middle of what may come, and the eight in ten around it; null where the project may never come
expected as (
    select
        series_id,
        project_key,
        nullif(
            quantile_disc(coalesce(comes_on, date '9999-12-31'), 0.5), date '9999-12-31'
        ) as expected_date,
        nullif(
            quantile_disc(coalesce(comes_on, date '9999-12-31'), 0.1), date '9999-12-31'
        ) as expected_from,
        nullif(
            quantile_disc(coalesce(comes_on, date '9999-12-31'), 0.9), date '9999-12-31'
        ) as expected_to
    from {{ ref('int_project_futures') }}
    group by series_id, project_key
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
