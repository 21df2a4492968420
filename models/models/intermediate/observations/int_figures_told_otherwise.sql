with since as (
    select * from {{ ref('int_changes_since') }}
),

observations as (
    select * from {{ ref('int_indicator_values') }}
),

changed as (
    select
        told.indicator_id,
        told.area_id,
        told.frequency,
        told.period_start,
        told.period_end,
        told.value as value_told,
        observations.value as value_now
    from {{ ref('stg_landed__report_observations') }} as told
    inner join since on told.report_id = since.report_id
    left join observations
        on
            told.indicator_id = observations.indicator_id
            and told.area_id = observations.area_id
            and told.frequency = observations.frequency
            and told.period_start = observations.period_start
            and told.period_end = observations.period_end
    where {{ settled('told.value') }} is distinct from {{ settled('observations.value') }}
)

select * from changed
