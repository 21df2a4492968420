with origins as (
    select * from {{ ref('int_forecast_origins') }}
),

seasons as (
    select * from {{ ref('int_forecast_seasons') }}
),

scales as (
    select * from {{ ref('int_forecast_scales') }}
),

in_season as (
    select
        origins.series_id,
        origins.origin,
        origins.frequency,
        origins.history,
        origins.outcomes,
        scales.scale,
        coalesce(seasons.is_multiplicative, false) as is_multiplicative,
        list_transform(
            range(len(origins.points), len(origins.points) + origins.n_steps),
            lambda t: coalesce(seasons.seasons[t % origins.period + 1], 0)
        ) as seasons
    from origins
    inner join scales using (series_id, origin)
    left join seasons using (series_id, origin)
),

steps as (
    select
        *,
        list_transform(
            seasons,
            lambda season: scale * case when is_multiplicative then season else 1 end
        ) as scales
    from in_season
)

select * from steps
