with measures as (
    select * from {{ ref('int_measure_values') }}
    where n_areas_reported is not null and role in ('value', 'numerator', 'denominator')
),

reported as (
    select
        {{ series_key('indicator_id', 'area_id') }} as series_id,
        period_end,
        min(n_areas_reported) as n_areas_reported,
        max(n_areas) as n_areas
    from measures
    group by indicator_id, area_id, period_end
)

select * from reported
