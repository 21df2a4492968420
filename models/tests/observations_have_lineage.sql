-- Every observation leads back to at least one cell.
select observations.*
from {{ ref('fct_observations') }} as observations
anti join {{ ref('fct_lineage') }} as lineage
    on
        observations.indicator_id = lineage.indicator_id
        and observations.area_id = lineage.area_id
        and observations.frequency = lineage.frequency
        and observations.period_end = lineage.period_end
