with measures as (
    select * from {{ ref('int_measure_values') }}
    where value is not null
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

parts as (
    select added.* exclude (n_measures)
    from added
    inner join needed using (indicator_id, source, role, n_measures)
)

select * from parts
