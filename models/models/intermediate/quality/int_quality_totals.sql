-- The rules are macros, each with its two sentences (macros/quality).
with measures as (
    select * from {{ ref('int_measure_values') }}
    where role not like 'lens_%'
),

noted as (
    {{ noted_by(['total_differs_from_parts', 'ward_total_incomplete']) }}
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
        cast(null as varchar) as file_hash,
        statement_vi,
        statement_en
    from noted
)

select * from found
