with cells as (
    select * from {{ ref('int_indicator_cells') }}
),

records as (
    select * from {{ ref('int_record_cells') }}
),

areas as (
    select
        *,
        min(valid_from) over (partition by parent_area_id) as first_day
    from {{ ref('stg_programme__areas') }}
    where level = 'neighbourhood'
),

blocked as (
    select * from {{ ref('int_totals_blocked') }}
),

figures as (
    select * exclude (file_hash, file_name, sheet, cell, cell_column, cell_row)
    from cells
    union all by name
    select
        * exclude (record_key, happened_on, file_hash, file_name, sheet, row_number),
        'primary' as source,
        period_end as period_start,
        true as is_additive,
        false as is_approximate
    from records
),

by_area as (
    select
        * exclude (value, is_additive, is_approximate, received_at, is_sample),
        {{ stable_sum('value') }} as value,
        bool_and(is_additive) as is_additive,
        bool_or(is_approximate) as is_approximate,
        max(received_at) as received_at,
        bool_or(is_sample) as is_sample
    from figures
    where value is not null
    group by all
),

summed as (
    select
        by_area.* exclude (value, is_additive, is_approximate, received_at, is_sample)
        replace (areas.parent_area_id as area_id),
        {{ stable_sum('by_area.value') }} as value,
        bool_or(by_area.is_approximate) as is_approximate,
        max(by_area.received_at) as received_at,
        bool_or(by_area.is_sample) as is_sample,
        cast(count(distinct by_area.area_id) as integer) as n_areas_reported
    from by_area
    inner join areas on by_area.area_id = areas.area_id
    where by_area.is_additive
    group by all
),

-- the neighbourhoods that there were then; of a time before all of them, those of their first day
existing as (
    select
        spans.area_id,
        spans.period_end,
        cast(count(*) as integer) as n_areas
    from (select distinct
        area_id,
        period_end
    from summed) as spans
    inner join areas
        on
            spans.area_id = areas.parent_area_id
            and coalesce(areas.valid_from <= greatest(spans.period_end, areas.first_day), true)
            and coalesce(areas.valid_to > greatest(spans.period_end, areas.first_day), true)
    group by spans.area_id, spans.period_end
),

paired as (
    select
        indicator_id,
        source,
        role,
        form,
        measure,
        sign,
        area_id,
        frequency,
        period_start,
        period_end,
        by_area.value as stated_value,
        summed.value as summed_value,
        {% for column in ['is_approximate', 'received_at', 'is_sample'] -%}
        by_area.{{ column }} as stated_{{ column }},
        summed.{{ column }} as summed_{{ column }},
        {% endfor -%}
        summed.n_areas_reported,
        coalesce(by_area.is_additive, true) as is_additive
    from by_area
    full outer join summed
        using (
            indicator_id, source, role, form, measure, sign,
            area_id, frequency, period_start, period_end
        )
),

judged as (
    select
        paired.*,
        existing.n_areas,
        blocked.form is null and paired.n_areas_reported >= existing.n_areas as is_whole
    from paired
    left join existing using (area_id, period_end)
    left join blocked using (form, measure, frequency, period_start, period_end)
),

summable as (
    select
        * exclude (is_whole),
        summed_value is not null and is_whole as is_summed,
        summed_value is not null and not is_whole as is_incomplete
    from judged
),

chosen as (
    select
        {% for column in ['value', 'is_approximate', 'received_at', 'is_sample'] -%}
        case when is_summed then summed_{{ column }} else stated_{{ column }} end as {{ column }},
        {% endfor -%}
        * exclude (
            stated_is_approximate, summed_is_approximate, stated_received_at, summed_received_at,
            stated_is_sample, summed_is_sample
        )
    from summable
)

select * from chosen
