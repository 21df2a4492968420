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
        observations.series_id,
        observations.frequency
    from observations
    inner join areas on observations.area_id = areas.area_id
    inner join registry on observations.indicator_id = registry.indicator_id
    group by observations.series_id, observations.frequency, registry.frequency
    qualify row_number() over (
        partition by observations.series_id
        order by
            case when observations.frequency = registry.frequency then 0 else 1 end,
            max(observations.period_end) desc,
            observations.frequency
    ) = 1
),

newest_of_period as (
    select
        observations.*,
        {{ period_index('observations.period_end', 'observations.frequency') }} as period_index
    from observations
    inner join frequencies using (series_id, frequency)
    qualify row_number() over (
        partition by series_id, period_index order by period_end desc, period_start
    ) = 1
),

series as (
    select
        series_id,
        indicator_id,
        area_id,
        frequency,
        period_index,
        period_start,
        period_end,
        value,
        numerator,
        denominator,
        is_approximate,
        received_at,
        bool_or(is_sample) over of_series as is_sample,
        count(*) over of_series as n_points,
        period_index = max(period_index) over of_series as is_last
    from newest_of_period
    window of_series as (partition by series_id)
)

select * from series
