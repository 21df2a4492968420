-- What a form declares as a flow is added up or recomputed over time, what it calls a stock is not.
with observations as (
    select * from {{ ref('int_observations_versioned') }}
    where kind in ('stock', 'flow')
),

inputs as (
    select * from {{ ref('int_indicator_inputs') }}
    where source = 'primary' and role in ('value', 'numerator')
),

-- of figures by year every year is its own
registry as (
    select * from {{ ref('stg_programme__indicators') }}
    where kind in ('reported', 'ratio') and frequency != 'year'
)

select distinct
    registry.indicator_id,
    registry.temporal_aggregation,
    observations.kind
from registry
inner join inputs on registry.indicator_id = inputs.indicator_id
inner join observations
    on inputs.form = observations.form and inputs.measure = observations.measure
where (observations.kind = 'flow') != (registry.temporal_aggregation in ('sum', 'recompute'))
