with measures as (
    select * from {{ ref('int_measure_values') }}
    where value is not null
),

apportioned as (
    select * from {{ ref('int_apportioned_parts') }}
    where is_complete
),

needed as (
    select distinct
        indicator_id,
        source,
        role,
        n_measures
    from {{ ref('int_indicator_inputs') }}
),

added as (
    select
        indicator_id,
        source,
        role,
        area_id,
        frequency,
        period_start,
        period_end,
        {{ stable_sum('sign * value') }} as value,
        count(*) as n_measures,
        bool_or(is_approximate) as is_approximate,
        max(received_at) as received_at,
        bool_or(is_sample) as is_sample
    from measures
    group by all
),

stated as (
    select
        added.* exclude (n_measures),
        false as is_crosswalk,
        0.0 as assumed_share
    from added
    inner join needed using (indicator_id, source, role, n_measures)
),

-- what was carried over from former boundaries only fills periods for which nothing was stated
carried_over as (
    select
        apportioned.indicator_id,
        apportioned.source,
        apportioned.role,
        apportioned.area_id,
        apportioned.frequency,
        apportioned.period_start,
        apportioned.period_end,
        apportioned.value,
        apportioned.is_approximate or not apportioned.is_whole as is_approximate,
        apportioned.received_at,
        apportioned.is_sample,
        true as is_crosswalk,
        coalesce(apportioned.assumed_share, 0) as assumed_share
    from apportioned
    anti join stated
        on
            apportioned.indicator_id = stated.indicator_id
            and apportioned.source = stated.source
            and apportioned.role = stated.role
            and apportioned.area_id = stated.area_id
            and apportioned.frequency = stated.frequency
            and date_trunc(apportioned.frequency, apportioned.period_end)
            = date_trunc(stated.frequency, stated.period_end)
),

parts as (
    select * from stated
    union all by name
    select * from carried_over
)

select * from parts
