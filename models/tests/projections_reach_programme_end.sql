-- Joins must not drop steps: every series of three points or more reaches the end of the programme.
select
    histories.series_id,
    histories.horizon,
    count(projections.step) as n_projected
from {{ ref('int_forecast_histories') }} as histories
left join {{ ref('fct_projections') }} as projections
    on
        histories.series_id
        = {{ series_key('projections.indicator_id', 'projections.area_id') }}
group by histories.series_id, histories.horizon
having histories.horizon != count(projections.step)
