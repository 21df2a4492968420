with observations as (
    select * from {{ ref('int_indicator_values') }}
    where source != 'reference'
),

areas as (
    select * from {{ ref('stg_programme__areas') }}
    where level in ('ward', 'neighbourhood')
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

frequencies as (
    select
        observations.indicator_id,
        observations.area_id,
        observations.frequency
    from observations
    inner join areas on observations.area_id = areas.area_id
    inner join registry on observations.indicator_id = registry.indicator_id
    group by
        observations.indicator_id, observations.area_id, observations.frequency, registry.frequency
    qualify row_number() over (
        partition by observations.indicator_id, observations.area_id
        order by
            case when observations.frequency = registry.frequency then 0 else 1 end,
            max(observations.period_end) desc,
            observations.frequency
    ) = 1
),

indexed as (
    select
        observations.indicator_id,
        observations.area_id,
        observations.frequency,
        observations.period_start,
        observations.period_end,
        observations.value,
        observations.numerator,
        observations.denominator,
        observations.is_approximate,
        observations.received_at,
        observations.is_sample,
        {{ period_index('observations.period_end', 'observations.frequency') }} as period_index
    from observations
    inner join frequencies using (indicator_id, area_id, frequency)
),

newest_of_period as (
    select *
    from indexed
    qualify row_number() over (
        partition by indicator_id, area_id, period_index
        order by period_end desc, period_start
    ) = 1
),

spans as (
    select
        indicator_id,
        area_id,
        bool_or(is_sample) as is_sample,
        count(*) as n_points,
        max(period_index) as last_index
    from newest_of_period
    group by indicator_id, area_id
),

series as (
    select
        points.* exclude (is_sample),
        spans.is_sample,
        spans.n_points,
        points.period_index = spans.last_index as is_last
    from newest_of_period as points
    inner join spans using (indicator_id, area_id)
)

select * from series
