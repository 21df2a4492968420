with candidates as (
    select * from {{ ref('int_forecast_candidates') }}
    where origin = 0
),

weights as (
    select * from {{ ref('int_forecast_weights') }}
),

gathered as (
    select
        candidates.series_id,
        list(weights.weight order by candidates.method) as weights,
        list(candidates.path order by candidates.method) as paths
    from candidates
    inner join weights using (series_id, method)
    group by candidates.series_id
),

mixed as (
    select
        series_id,
        list_transform(
            range(1, len(paths[1]) + 1),
            lambda step: list_transform(paths, lambda path: path[step])
        ) as values_by_step,
        list_transform(
            values_by_step, lambda step_values: {{ dot_product("weights", "step_values") }}
        ) as path
    from gathered
)

select
    series_id,
    path
from mixed
