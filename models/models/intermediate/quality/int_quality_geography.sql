-- The rules are macros, each with its two sentences (macros/quality).
with parts as (
    select * from {{ ref('int_apportioned_parts') }}
),

used as (
    select * from {{ ref('int_indicator_parts') }}
),

observations as (
    select * from {{ ref('int_indicator_values') }}
    where basis = 'crosswalk' and assumed_share > 0
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

noted as (
    {{ noted_by(['former_area_missing', 'crosswalk_weights_assumed']) }}
),

found as (
    select
        noted.*,
        registry.numerator_form as form,
        cast(null as varchar) as file_hash
    from noted
    inner join registry on noted.indicator_id = registry.indicator_id
)

select * from found
