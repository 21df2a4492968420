with lens_values as (
    select * from {{ ref('int_lens_values') }}
),

observations as (
    select * from {{ ref('fct_observations') }}
    where source = 'primary'
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

lenses as (
    select * from {{ ref('stg_programme__denominator_lenses') }}
),

compared as (
    select
        lens_values.indicator_id,
        lens_values.area_id,
        lens_values.frequency,
        lens_values.period_start,
        lens_values.period_end,
        lens_values.denominator_lens,
        lenses.title_vi as denominator_vi,
        lenses.title_en as denominator_en,
        lens_values.denominator_lens = registry.denominator_lens as is_official,
        lens_values.value,
        lens_values.numerator,
        lens_values.denominator,
        lens_values.denominator_period_end,
        lens_values.is_approximate as is_estimated,
        lens_values.value - observations.value as difference,
        max(lens_values.value) over of_one_observation
        - min(lens_values.value) over of_one_observation as spread,
        lens_values.is_sample
    from lens_values
    inner join observations
        using (indicator_id, area_id, frequency, period_start, period_end)
    inner join registry on lens_values.indicator_id = registry.indicator_id
    inner join lenses on lens_values.denominator_lens = lenses.lens_id
    window of_one_observation as (
        partition by
            lens_values.indicator_id, lens_values.area_id, lens_values.frequency,
            lens_values.period_start, lens_values.period_end
    )
)

select * from compared
order by indicator_id, area_id, frequency, period_end, period_start, denominator_lens
