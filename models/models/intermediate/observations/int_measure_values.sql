-- Longer than most for its lists of columns: the decision is in `judged` and `chosen`.
with cells as (
    select * from {{ ref('int_indicator_cells') }}
),

records as (
    select * from {{ ref('int_record_cells') }}
),

areas as (
    select * from {{ ref('stg_programme__areas') }}
    where level = 'neighbourhood'
),

blocked as (
    select * from {{ ref('int_totals_blocked') }}
),

figures as (
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
        value,
        is_additive,
        is_approximate,
        received_at,
        is_sample
    from cells
    union all
    select
        indicator_id,
        'primary' as source,
        role,
        form,
        measure,
        sign,
        area_id,
        frequency,
        period_end as period_start,
        period_end,
        value,
        true as is_additive,
        false as is_approximate,
        received_at,
        is_sample
    from records
),

by_area as (
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
        by_area.indicator_id,
        by_area.source,
        by_area.role,
        by_area.form,
        by_area.measure,
        by_area.sign,
        areas.parent_area_id as area_id,
        by_area.frequency,
        by_area.period_start,
        by_area.period_end,
        {{ stable_sum('by_area.value') }} as value,
        bool_or(by_area.is_approximate) as is_approximate,
        max(by_area.received_at) as received_at,
        bool_or(by_area.is_sample) as is_sample
    from by_area
    inner join areas on by_area.area_id = areas.area_id
    where by_area.is_additive
    group by all
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
        by_area.is_approximate as is_stated_approximate,
        summed.is_approximate as is_summed_approximate,
        by_area.received_at as stated_at,
        summed.received_at as summed_at,
        by_area.is_sample as is_stated_sample,
        coalesce(by_area.is_additive, true) as is_additive,
        summed.is_sample as is_summed_sample
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
        paired.summed_value is not null and blocked.form is not null as is_incomplete,
        paired.summed_value is not null and blocked.form is null as is_summed
    from paired
    left join blocked
        on
            paired.form = blocked.form
            and paired.measure = blocked.measure
            and paired.frequency = blocked.frequency
            and paired.period_start = blocked.period_start
            and paired.period_end = blocked.period_end
),

chosen as (
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
        case when is_summed then summed_value else stated_value end as value,
        stated_value,
        summed_value,
        is_additive,
        is_summed,
        is_incomplete,
        case when is_summed then is_summed_approximate else is_stated_approximate end
            as is_approximate,
        case when is_summed then summed_at else stated_at end as received_at,
        case when is_summed then is_summed_sample else is_stated_sample end as is_sample
    from judged
)

select * from chosen
