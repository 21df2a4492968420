-- What former areas had is what the areas of today and elsewhere received, to the last unit.
select
    indicator_id,
    source,
    role,
    measure,
    source_area_id,
    frequency,
    period_start,
    period_end,
    any_value(value) as value_before,
    sum(cast(share as decimal(38, 6))) as value_after
from {{ ref('int_apportioned_measures') }}
group by all
having cast(any_value(value) as decimal(38, 6)) != sum(cast(share as decimal(38, 6)))
