-- The registry says twice what the denominator is, by measures and by name; both mean the same.
select
    registry.indicator_id,
    registry.denominator_lens,
    registry.denominator_measures,
    lenses.measures
from {{ ref('stg_programme__indicators') }} as registry
inner join {{ ref('stg_programme__denominator_lenses') }} as lenses
    on registry.denominator_lens = lenses.lens_id
where
    coalesce(registry.denominator_form, '')
    != coalesce(lenses.form, registry.numerator_form, '')
    or coalesce(registry.denominator_measures, '')
    != coalesce(lenses.measures, registry.fallback_measures, '')
