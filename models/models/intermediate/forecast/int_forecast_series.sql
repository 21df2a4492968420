-- three points are the fewest that say anything about what comes; a file gets all that it asks
{% if env_var('LECHAN_FORECAST_INPUT', '') -%}
with series as (
    select
        *,
        cast(0 as double) as resolution,
        false as is_cumulative,
        false as is_filled
    from read_parquet('{{ env_var("LECHAN_FORECAST_INPUT") | replace("'", "''") }}')
)
{%- else -%}
with series as (
    select
        *,
        {{ series_key('indicator_id', 'area_id') }} as series_id
    from {{ ref('int_series_filled') }}
    where n_observed >= 3 and horizon > 0
)
{%- endif %}

select
    series_id,
    frequency,
    t,
    value,
    lower_bound,
    upper_bound,
    resolution,
    is_cumulative,
    is_filled,
    horizon
from series
