with points as (
    select * from {{ ref('int_forecast_series') }}
),

rules as (
    select * from {{ ref('forecast_rules') }}
),

histories as (
    select
        series_id,
        any_value(frequency) as frequency,
        cast(any_value({{ periods_per_year('frequency') }}) as integer) as period,
        any_value(horizon) as horizon,
        any_value(lower_bound) as lower_bound,
        any_value(upper_bound) as upper_bound,
        any_value(resolution) as resolution,
        bool_or(is_cumulative) as is_cumulative,
        list(value order by t) as observed,
        cast(count(*) as integer) as n_points,
        cast(count_if(is_filled) as integer) as n_filled
    from points
    group by series_id
)

select
    histories.*,
    rules.methods,
    rules.is_weighted,
    rules.history,
    rules.gives_interval,
    rules.gives_chance
from histories
inner join rules
    on
        histories.frequency = rules.frequency
        and histories.n_points between rules.from_points and rules.to_points
