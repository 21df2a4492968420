-- Joins must not drop steps: every series that is forecast reaches the end of the programme.
select
    origins.series_id,
    origins.horizon,
    count(projections.step) as n_projected
from {{ ref('int_forecast_origins') }} as origins
left join {{ ref('fct_projections') }} as projections
    on
        origins.series_id
        = {{ series_key('projections.indicator_id', 'projections.area_id') }}
where origins.origin = 0
group by origins.series_id, origins.horizon
having origins.horizon != count(projections.step)
