with origins as (
    select * from {{ ref('int_forecast_origins') }}
),

seasons as (
    select * from {{ ref('int_forecast_seasons') }}
),

scales as (
    select * from {{ ref('int_forecast_scales') }}
),

-- a past origin looks as far as there are outcomes, today's to the horizon
unfolded as (
    select
        series_id,
        origin,
        frequency,
        history,
        period,
        len(points) as n_used,
        outcomes,
        unnest(
            range(1, case when origin = 0 then horizon else least(origin, horizon) end + 1)
        ) as step
    from origins
),

steps as (
    select
        unfolded.series_id,
        unfolded.origin,
        cast(unfolded.step as integer) as step,
        unfolded.frequency,
        unfolded.history,
        unfolded.outcomes[unfolded.step] as outcome,
        coalesce(seasons.is_multiplicative, false) as is_multiplicative,
        coalesce(
            seasons.seasons[(unfolded.n_used + unfolded.step - 1) % unfolded.period + 1], 0
        ) as season,
        scales.scale * case when is_multiplicative then season else 1 end as scale
    from unfolded
    inner join scales using (series_id, origin)
    left join seasons using (series_id, origin)
)

select * from steps
