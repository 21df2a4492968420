{% set points = env_var('LECHAN_FOLDS') ~ '/points' -%}
with series as (
    select
        *,
        {{ trend_gains() }}
    from {{ "read_parquet('" ~ points ~ "/*.parquet')" if target.type == "duckdb"
        else "parquet.`" ~ points ~ "`" }}
)

select
    series_id,
    {{ trend_fold("points", "first_forecast", "first_trend") }} as fold,
    {{ dot_product("points", "points") }} as square
from series
