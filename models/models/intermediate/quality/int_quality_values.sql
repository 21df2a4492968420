-- The rules are macros, each with its two sentences (macros/quality).
with observations as (
    select * from {{ ref('int_indicator_values') }}
),

parts as (
    select * from {{ ref('int_indicator_parts') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

areas as (
    select * from {{ ref('stg_programme__areas') }}
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

noted as (
    {{ noted_by([
        'denominator_of_other_date', 'denominator_fallback', 'areas_not_assessed',
        'value_out_of_bounds', 'no_denominator', 'tracked_value_differs'
    ]) }}
),

found as (
    select
        noted.rule_id,
        noted.severity,
        concat_ws(
            '|', noted.indicator_id, noted.source, noted.area_id, noted.frequency,
            noted.period_start, noted.period_end
        ) as object,
        noted.indicator_id,
        noted.area_id,
        noted.period_end,
        case
            when noted.source = 'tracking' then 'programme_tracking' else registry.numerator_form
        end as form,
        cast(null as varchar) as file_hash,
        noted.statement_vi,
        noted.statement_en
    from noted
    inner join registry on noted.indicator_id = registry.indicator_id
)

select * from found
