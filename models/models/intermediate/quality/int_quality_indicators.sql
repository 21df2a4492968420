with measures as (
    select * from {{ ref('int_measure_values') }}
    where role not like 'lens_%'
),

apportioned as (
    select * from {{ ref('int_apportioned_parts') }}
),

parts as (
    select * from {{ ref('int_indicator_parts') }}
),

observations as (
    select * from {{ ref('int_indicator_values') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

areas as (
    select * from {{ ref('stg_programme__areas') }}
),

programme as (
    select * from {{ ref('stg_programme__programme') }}
),

area_words as (
    select
        lower(regexp_extract(areas.name, '^(Phường|Xã|Đặc khu)')) as ward_vi,
        lower(programme.neighbourhood_vi) as part_vi,
        lower(programme.neighbourhood_short_vi) as part_short_vi,
        lower(programme.neighbourhood_en) as part_en
    from programme
    inner join areas on programme.ward_id = areas.area_id
),

children as (
    select
        parent_area_id,
        count(*) as n_areas
    from areas
    where level = 'neighbourhood'
    group by parent_area_id
),

ward_observations as (
    select observations.*
    from observations
    inner join areas on observations.area_id = areas.area_id and areas.level = 'ward'
),

of_measures as (
    {{ noted_by(['total_differs_from_parts', 'ward_total_incomplete']) }}
),

of_values as (
    {{ noted_by([
        'denominator_of_other_date', 'denominator_fallback', 'areas_not_assessed',
        'value_out_of_bounds', 'no_denominator', 'tracked_value_differs'
    ]) }}
),

of_boundaries as (
    {{ noted_by(['former_area_missing', 'crosswalk_weights_assumed']) }}
),

found as (
    select
        rule_id,
        severity,
        concat_ws(
            '|', indicator_id, role, form, measure, area_id, frequency, period_start, period_end
        ) as object,
        indicator_id,
        area_id,
        period_end,
        form,
        measure,
        statement_vi,
        statement_en
    from of_measures
    union all by name
    select
        rule_id,
        severity,
        concat_ws('|', indicator_id, source, area_id, frequency, period_start, period_end)
            as object,
        indicator_id,
        area_id,
        period_end,
        case when source = 'tracking' then 'programme_tracking' end as form,
        statement_vi,
        statement_en
    from of_values
    union all by name
    select * from of_boundaries
)

select found.* replace (coalesce(found.form, registry.numerator_form) as form)
from found
inner join registry on found.indicator_id = registry.indicator_id
