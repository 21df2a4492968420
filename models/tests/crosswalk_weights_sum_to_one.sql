-- per source and hop in the seed, and over all hops together
select
    'hop' as over,
    source_area_id,
    sum(cast(weight as decimal(18, 9))) as weights
from {{ ref('stg_programme__area_crosswalk') }}
group by source_area_id, valid_from
having abs(sum(cast(weight as decimal(18, 9))) - 1) > 0.000001
union all
select
    'path' as over,
    source_area_id,
    sum(cast(weight as decimal(18, 9))) as weights
from {{ ref('int_area_paths') }}
group by source_area_id
having abs(sum(cast(weight as decimal(18, 9))) - 1) > 0.000001
