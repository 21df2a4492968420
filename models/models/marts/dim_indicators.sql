with indicators as (
    select * from {{ ref('stg_programme__indicators') }}
),

named as (
    select
        indicator_id,
        section_id as section,
        section_id,
        sort_order,
        title_vi,
        title_en,
        unit,
        unit_vi,
        unit_en,
        counted_vi,
        counted_en,
        kind,
        {{ measure_type('indicators') }} as measure_type,
        temporal_aggregation,
        direction,
        lower_bound,
        upper_bound,
        frequency,
        decimals,
        visibility,
        agency_id,
        definition_vi,
        definition_en,
        formula_vi,
        formula_en,
        reference_series,
        denominator_lens,
        coalesce(disclosure, 'sensitive') as disclosure,
        {{ count_identity('numerator') }} as numerator_id,
        {{ count_identity('denominator') }} as denominator_id
    from indicators
)

select * from named
order by sort_order
