select
    one.spelling,
    one.area_id,
    other.area_id as other_area_id
from {{ ref('int_area_spellings') }} as one
inner join {{ ref('int_area_spellings') }} as other
    on
        one.spelling = other.spelling
        and one.area_id < other.area_id
        and one.valid_from <= other.valid_to
        and one.valid_to >= other.valid_from
