with origins as (
    select * from {{ ref('int_forecast_origins') }}
),

candidates as (
    select * from {{ ref('int_forecast_candidates') }}
),

weights as (
    select * from {{ ref('int_forecast_weights') }}
),

titles as (
    select * from {{ ref('forecast_methods') }}
),

-- without a whole year behind it, or without seasons, the same season is the last value
named as (
    select
        weights.*,
        candidates.path,
        origins.is_weighted,
        origins.n_filled,
        case
            when
                weights.method = 'seasonal_naive'
                and (origins.period = 1 or origins.n_points < origins.period)
                then 'last_value'
            else weights.method
        end as name,
        -- weights are compared to six decimals, ties by name
        struct_pack(weight := round(weights.weight, 6), method := weights.method) as rank
    from weights
    inner join candidates using (series_id, origin, method)
    inner join origins using (series_id, origin)
),

titled as (
    select
        named.*,
        coalesce(titles.title_vi, named.name) as title_vi,
        coalesce(titles.title_en, named.name) as title_en
    from named
    left join titles on named.name = titles.method
),

gathered as (
    select
        series_id,
        origin,
        list(weight order by method) as weights,
        list(path order by method) as paths,
        arg_max(method, rank) as leading_method,
        cast(round(100 * max(weight)) as integer) as leading_percent,
        bool_or(is_weighted) as is_weighted,
        any_value(n_filled) as n_filled,
        {% for language in ['vi', 'en'] -%}
        arg_max(title_{{ language }}, rank) as leader_{{ language }},
        string_agg(title_{{ language }}, ', ' order by method) as titles_{{ language }},
        {% endfor -%}
        cast(count(*) as integer) as n_methods
    from titled
    group by series_id, origin
),

by_step as (
    select
        *,
        list_transform(
            range(1, len(paths[1]) + 1),
            lambda step: list_transform(paths, lambda path: path[step])
        ) as values_by_step
    from gathered
)

select
    series_id,
    origin,
    list_transform(
        values_by_step, lambda step_values: {{ dot_product("weights", "step_values") }}
    ) as path,
    {% for language, words in {
        'vi': [
            'tổng hợp ', ' phương pháp, nặng nhất: ', 'trung bình của ', '; số kỳ thiếu được bù: '
        ],
        'en': ['mix of ', ' methods, led by ', 'mean of ', '; missing periods filled: '],
    }.items() -%}
    concat(
        case
            when is_weighted
                then
                    concat(
                        '{{ words[0] }}', n_methods, '{{ words[1] }}',
                        leader_{{ language }}, ' (', leading_percent, '%)'
                    )
            when n_methods > 1 then concat('{{ words[2] }}', titles_{{ language }})
            else titles_{{ language }}
        end,
        case when n_filled > 0 then concat('{{ words[3] }}', n_filled) else '' end
    ) as method_{{ language }},
    {% endfor -%}
    leading_method
from by_step
