with apportioned as (
    select * from {{ ref('int_apportioned_measures') }}
    where target_area_id != 'elsewhere'
),

paths as (
    select * from {{ ref('int_area_paths') }}
),

needed as (
    select distinct
        indicator_id,
        source,
        role,
        n_measures
    from {{ ref('int_indicator_inputs') }}
),

gathered as (
    select
        indicator_id,
        source,
        role,
        target_area_id as area_id,
        frequency,
        period_start,
        period_end,
        {{ stable_sum('sign * share') }} as value,
        {{ stable_sum('sign * value * case when sign > 0 then weight_low else weight_high end') }}
            as value_low,
        {{ stable_sum('sign * value * case when sign > 0 then weight_high else weight_low end') }}
            as value_high,
        {{ stable_sum('case when is_assumed then abs(share) else 0 end') }}
        / nullif({{ stable_sum('abs(share)') }}, 0) as assumed_share,
        bool_or(is_approximate) as is_approximate,
        bool_and(is_whole) as is_whole,
        max(received_at) as received_at,
        bool_or(is_sample) as is_sample,
        count(*) as n_shares,
        count(distinct source_area_id) as n_sources
    from apportioned
    group by
        indicator_id, source, role, target_area_id, frequency, period_start, period_end
),

expected as (
    select
        gathered.indicator_id,
        gathered.source,
        gathered.role,
        gathered.area_id,
        gathered.frequency,
        gathered.period_start,
        gathered.period_end,
        count(*) as n_expected
    from gathered
    inner join paths
        on
            gathered.area_id = paths.target_area_id
            and gathered.period_end between paths.valid_from and paths.valid_to
    group by all
),

parts as (
    select
        gathered.* exclude (n_shares, n_sources),
        expected.n_expected,
        gathered.n_sources,
        gathered.n_sources = expected.n_expected
        and gathered.n_shares = expected.n_expected * needed.n_measures as is_complete
    from gathered
    inner join expected
        using (indicator_id, source, role, area_id, frequency, period_start, period_end)
    inner join needed using (indicator_id, source, role)
)

select * from parts
