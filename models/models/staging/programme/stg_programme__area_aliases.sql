select * from {{ ref('area_aliases') }}
