select
    source_area_id,
    valid_from,
    sum(cast(weight as decimal(18, 6))) as weights
from {{ ref('area_crosswalk') }}
group by source_area_id, valid_from
having sum(cast(weight as decimal(18, 6))) != 1
