select * from {{ ref('denominator_lenses') }}
