-- Hops chained until the area of today, however many there are; at every hop the weights multiply.
with recursive hops as (
    select * from {{ ref('stg_programme__area_crosswalk') }}
),

areas as (
    select * from {{ ref('stg_programme__areas') }}
),

walked as (
    select
        source_area_id,
        target_area_id,
        cast(weight as double) as weight,
        cast(weight_low as double) as weight_low,
        cast(weight_high as double) as weight_high,
        basis = 'assumed' as is_assumed,
        basis = 'whole' as is_whole,
        1 as n_hops
    from hops
    where weight_high > 0
    union all
    select
        walked.source_area_id,
        hops.target_area_id,
        walked.weight * hops.weight as weight,
        walked.weight_low * hops.weight_low as weight_low,
        walked.weight_high * hops.weight_high as weight_high,
        walked.is_assumed or hops.basis = 'assumed' as is_assumed,
        walked.is_whole and hops.basis = 'whole' as is_whole,
        walked.n_hops + 1 as n_hops
    from walked
    inner join hops on walked.target_area_id = hops.source_area_id
    where hops.weight_high > 0 and walked.n_hops < 20
),

arrived as (
    select walked.*
    from walked
    anti join hops on walked.target_area_id = hops.source_area_id
),

paths as (
    select
        arrived.source_area_id,
        arrived.target_area_id,
        sum(arrived.weight) as weight,
        sum(arrived.weight_low) as weight_low,
        least(1, sum(arrived.weight_high)) as weight_high,
        bool_or(arrived.is_assumed) as is_assumed,
        bool_and(arrived.is_whole) as is_whole,
        max(arrived.n_hops) as n_hops,
        any_value(areas.valid_from) as valid_from,
        any_value(coalesce(areas.valid_to, date '9999-12-31')) as valid_to
    from arrived
    inner join areas on arrived.source_area_id = areas.area_id
    group by arrived.source_area_id, arrived.target_area_id
)

select * from paths
