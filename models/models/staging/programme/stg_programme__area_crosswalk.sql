select * from {{ ref('area_crosswalk') }}
