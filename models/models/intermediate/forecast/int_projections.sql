-- ordinary series by their levels, running totals by what is delivered
select
    *,
    cast(null as double) as probability_met
from {{ ref('int_forecasts') }}
union all by name
select
    * replace (cast(step as integer) as step),
    cast(null as varchar) as history,
    cast(null as double) as spread,
    true as gives_chance
from {{ ref('int_delivery_forecasts') }}
