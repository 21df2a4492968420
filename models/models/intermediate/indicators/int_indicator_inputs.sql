with registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

declared as (
    select
        indicator_id,
        'primary' as source,
        case when kind in ('ratio', 'share_of_areas') then 'numerator' else 'value' end as role,
        numerator_form as form,
        numerator_measures as measures,
        numerator_category as category,
        true as is_additive
    from registry
    union all
    select
        indicator_id,
        'primary' as source,
        'denominator' as role,
        denominator_form as form,
        denominator_measures as measures,
        denominator_category as category,
        true as is_additive
    from registry
    union all
    select
        indicator_id,
        'primary' as source,
        'fallback' as role,
        numerator_form as form,
        fallback_measures as measures,
        numerator_category as category,
        true as is_additive
    from registry
    union all
    select
        indicator_id,
        'primary' as source,
        'count' as role,
        numerator_form as form,
        area_count_measures as measures,
        numerator_category as category,
        true as is_additive
    from registry
    union all
    select
        registry.indicator_id,
        'primary' as source,
        'lens_' || lenses.lens_id as role,
        coalesce(lenses.form, registry.numerator_form) as form,
        coalesce(lenses.measures, registry.fallback_measures) as measures,
        case
            when lenses.form is null then registry.numerator_category
            else registry.denominator_category
        end as category,
        true as is_additive
    from registry
    cross join {{ ref('stg_programme__denominator_lenses') }} as lenses
    where registry.denominator_lens is not null and registry.kind = 'ratio'
    union all
    select
        registry.indicator_id,
        'tracking' as source,
        roles.role,
        'programme_tracking' as form,
        roles.role as measures,
        registry.indicator_id as category,
        roles.role != 'value'
        or {{ is_counted('registry.unit') }} as is_additive
    from registry
    cross join (values ('value'), ('numerator'), ('denominator')) as roles (role)
    union all
    select
        indicator_id,
        'reference' as source,
        'value' as role,
        'reference_series' as form,
        'value' as measures,
        reference_series as category,
        false as is_additive
    from registry
    where reference_series is not null
),

listed as (
    select
        *,
        unnest(string_split(measures, '|')) as signed_measure
    from declared
    where form is not null and measures is not null
),

inputs as (
    select
        indicator_id,
        source,
        role,
        form,
        ltrim(signed_measure, '-') as measure,
        case when signed_measure like '-%' then -1 else 1 end as sign,
        coalesce(category, '') as category,
        len(string_split(measures, '|')) as n_measures,
        is_additive
    from listed
)

select * from inputs
