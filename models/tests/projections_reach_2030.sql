-- Joins must not drop steps: every series with three points has each step up to the end of 2030.
select
    origins.indicator_id,
    origins.area_id,
    origins.n_steps,
    count(projections.step) as n_projected
from {{ ref('int_forecast_origins') }} as origins
left join {{ ref('fct_projections') }} as projections
    on origins.indicator_id = projections.indicator_id and origins.area_id = projections.area_id
where origins.is_last
group by origins.indicator_id, origins.area_id, origins.n_steps
having origins.n_steps != count(projections.step)
