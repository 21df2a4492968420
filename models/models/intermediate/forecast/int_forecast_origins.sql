{% if env_var('LECHAN_FORECAST_INPUT', '') -%}
with series as (
    select
        *,
        cast(0 as double) as resolution,
        false as is_filled
    from read_parquet('{{ env_var("LECHAN_FORECAST_INPUT") | replace("'", "''") }}')
),
{%- else -%}
with series as (
    select
        *,
        cast(null as double) as threshold
    from {{ ref('int_series_filled') }}
    where horizon > 0
),
{%- endif %}

rules as (
    select * from {{ ref('forecast_rules') }}
),

-- too few points say nothing about what comes; a file gets a line for all that it asks
minimums as (
    select
        frequency,
        min(from_points) as n_points
    from rules
    where gives_chance
    group by frequency
),

listed as (
    select
        series_id,
        any_value(frequency) as frequency,
        cast(any_value({{ periods_per_year('frequency') }}) as integer) as period,
        any_value(horizon) as horizon,
        any_value(lower_bound) as lower_bound,
        any_value(upper_bound) as upper_bound,
        any_value(resolution) as resolution,
        any_value(threshold) as threshold,
        list(value order by t) as observed,
        cast(count(*) as integer) as n_points,
        cast(count_if(is_filled) as integer) as n_filled
    from series
    group by series_id
),

histories as (
    select
        listed.*,
        rules.methods,
        rules.is_weighted,
        rules.history,
        rules.gives_chance,
        nullif({{ mean_change('listed.observed', '1') }}, 0) as one_step_change,
        -- what a fit needs: four points, or two whole years of seasons
        listed.n_points - greatest(4, 2 * listed.period) as spare,
        least(listed.horizon, spare) as reach
    from listed
    inner join rules
        on
            listed.frequency = rules.frequency
            and listed.n_points between rules.from_points and rules.to_points
    {%- if not env_var('LECHAN_FORECAST_INPUT', '') %}
    inner join minimums on listed.frequency = minimums.frequency
    where listed.n_points - listed.n_filled >= minimums.n_points
    {%- endif %}
),

-- now, a third, two thirds and all of the horizon ago, and twice as long ago, as far as there is
held_back as (
    select
        * exclude (spare, reach),
        unnest(
            case
                when reach < 1 then [0]
                else list_distinct([
                    0,
                    cast(ceil(reach / 3) as integer),
                    cast(ceil(2 * reach / 3) as integer),
                    reach,
                    least(2 * reach, spare)
                ])
            end
        ) as origin
    from histories
),

-- twelve years, or sixty points, are all that a fit can use
origins as (
    select
        * exclude (observed),
        observed[
            greatest(1, n_points - origin + 1 - greatest(60, 12 * period)):n_points - origin
        ] as points,
        -- a past origin looks as far as there are outcomes, today's to the horizon
        case when origin = 0 then horizon else least(origin, horizon) end as n_steps,
        observed[n_points - origin + 1:n_points - origin + least(origin, horizon)] as outcomes,
        lower_bound as floor
    from held_back
),

seasons as (
    {{ seasons_of('origins') }}
),

seasoned as (
    select
        origins.*,
        seasons.seasons,
        coalesce(seasons.is_multiplicative, false) as is_multiplicative,
        {{ without_season('origins', 'seasons') }} as adjusted,
        list_transform(
            range(len(origins.points), len(origins.points) + origins.n_steps),
            lambda t: coalesce(seasons.seasons[t % origins.period + 1], 0)
        ) as seasons_ahead
    from origins
    left join seasons using (series_id, origin)
),

-- how far the later half of the points went, of all the way that they made to and fro
moved as (
    select
        *,
        adjusted[
            greatest(1, least(len(adjusted) // 2, len(adjusted) - 4) + 1):len(adjusted)
        ] as later,
        (later[-1] - later[1]) / nullif(list_sum(list_transform(
            range(2, len(later) + 1), lambda i: abs(later[i] - later[i - 1])
        )), 0) as movement
    from seasoned
),

-- what lies between a floor and a ceiling may be told from either side: its errors have their
-- longer side where it moves to
sided as (
    select
        * exclude (later, movement)
        replace (
            case
                when lower_bound is null or upper_bound is null then history
                when movement >= 1 / 3.0 then concat(history, '_rising')
                when movement <= -1 / 3.0 then concat(history, '_falling')
                else concat(history, '_level')
            end as history
        )
    from moved
)

select * from sided
