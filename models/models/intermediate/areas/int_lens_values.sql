with registry as (
    select * from {{ ref('stg_programme__indicators') }}
    where denominator_lens is not null and kind = 'ratio'
),

parts as (
    select * from {{ ref('int_indicator_parts') }}
    where source = 'primary'
),

numerators as (
    select
        parts.*,
        registry.scale,
        registry.max_age_days
    from parts
    inner join registry on parts.indicator_id = registry.indicator_id
    where parts.role = 'numerator'
),

denominators as (
    select
        *,
        replace(role, 'lens_', '') as denominator_lens
    from parts
    where role like 'lens_%' and value > 0
),

paired as (
    select
        numerators.indicator_id,
        numerators.area_id,
        numerators.frequency,
        numerators.period_start,
        numerators.period_end,
        denominators.denominator_lens,
        numerators.value * numerators.scale / denominators.value as value,
        numerators.value as numerator,
        denominators.value as denominator,
        denominators.period_end as denominator_period_end,
        numerators.is_approximate
        or denominators.is_approximate
        or denominators.period_end != numerators.period_end as is_approximate,
        numerators.is_crosswalk or denominators.is_crosswalk as is_crosswalk,
        numerators.is_sample or denominators.is_sample as is_sample
    from numerators
    inner join denominators
        on
            numerators.indicator_id = denominators.indicator_id
            and numerators.area_id = denominators.area_id
            and {{ is_denominator_of('numerators', 'denominators') }}
    qualify row_number() over (
        partition by
            numerators.indicator_id, numerators.area_id, numerators.frequency,
            numerators.period_start, numerators.period_end, denominators.denominator_lens
        order by {{ best_denominator_first('numerators', 'denominators') }}
    ) = 1
)

select * from paired
