-- The key of an area is its code with dates: no code means two areas on one day.
select
    earlier.code,
    earlier.area_id,
    later.area_id as other_area_id
from {{ ref('stg_programme__areas') }} as earlier
inner join {{ ref('stg_programme__areas') }} as later
    on
        earlier.code = later.code
        and earlier.area_id < later.area_id
        and earlier.valid_from <= coalesce(later.valid_to, date '9999-12-31')
        and later.valid_from <= coalesce(earlier.valid_to, date '9999-12-31')
