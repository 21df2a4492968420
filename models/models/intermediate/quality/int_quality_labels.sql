-- The rules are macros, each with its two sentences (macros/quality).
with observations as (
    select * from {{ ref('int_observations_versioned') }}
),

remarks as (
    select * from {{ ref('int_remarks_versioned') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

corrections as (
    select * from {{ ref('stg_programme__corrections') }}
),

files as (
    select * from {{ ref('stg_landed__files') }}
),

labelled as (
    {% for rows in ['observations', 'remarks'] -%}
    select
        form,
        category,
        area_text,
        area_id,
        period_end,
        file_hash,
        cell,
        version
    from {{ rows }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

found as (
    {{ noted_by([
        'unknown_area', 'unknown_indicator', 'figure_given_twice', 'correction_applied',
        'file_after_as_of'
    ]) }}
)

select
    *,
    cast(null as varchar) as indicator_id
from found
