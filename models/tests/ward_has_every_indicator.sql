select
    indicators.indicator_id,
    count(progress.indicator_id) as n_rows
from {{ ref('dim_indicators') }} as indicators
cross join {{ ref('dim_programme') }} as programme
left join {{ ref('fct_progress') }} as progress
    on
        indicators.indicator_id = progress.indicator_id
        and programme.ward_id = progress.area_id
group by indicators.indicator_id
having count(progress.indicator_id) != 1
