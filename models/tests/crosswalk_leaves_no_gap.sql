-- A former area passes into areas that begin the day after it ended; the dates are the area's.
select
    crosswalk.source_area_id,
    crosswalk.target_area_id
from {{ ref('stg_programme__area_crosswalk') }} as crosswalk
inner join {{ ref('stg_programme__areas') }} as source on crosswalk.source_area_id = source.area_id
left join {{ ref('stg_programme__areas') }} as target on crosswalk.target_area_id = target.area_id
where
    crosswalk.valid_from != source.valid_from
    or crosswalk.valid_to != source.valid_to
    or (
        crosswalk.target_area_id != 'elsewhere'
        and coalesce(target.valid_from != source.valid_to + 1, true)
    )
