with decided as (
    select * from {{ source('landed', 'programme_indicators') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

in_force as (
    select
        decided.indicator_id,
        decided.sort_order,
        decided.section_id,
        decided.title_vi,
        decided.title_en,
        decided.unit,
        decided.unit_vi,
        decided.unit_en,
        decided.counted_vi,
        decided.counted_en,
        decided.kind,
        decided.direction,
        decided.lower_bound,
        decided.upper_bound,
        decided.frequency,
        decided.decimals,
        decided.visibility,
        decided.agency_id,
        decided.definition_vi,
        decided.definition_en,
        decided.formula_vi,
        decided.formula_en,
        decided.numerator_form,
        decided.numerator_measures,
        decided.numerator_category,
        decided.denominator_form,
        decided.denominator_measures,
        decided.denominator_category,
        decided.denominator_lens,
        decided.fallback_measures,
        decided.max_age_days,
        decided.scale,
        decided.counted_since,
        decided.area_ratio_limit,
        decided.area_count_measures,
        decided.area_count_limit,
        decided.temporal_aggregation,
        decided.reference_series,
        decided.disclosure
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
)

select * from in_force
