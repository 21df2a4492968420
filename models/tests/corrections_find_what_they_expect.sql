-- A declared correction must still find its cell with the value it expects; one that does not
-- has to be looked at again and is listed here.
select corrections.*
from {{ ref('corrections') }} as corrections
left join {{ ref('int_observations_versioned') }} as observations
    on corrections.correction_id = observations.correction_id
where observations.correction_id is null
