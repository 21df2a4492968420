with views as (
    select * from {{ ref('int_forecast_views') }}
),

{% for view in var('forecast_methods') -%}
{{ view }}_views as (
    select * from views
    where seen_as = '{{ view }}'
),

{% endfor -%}
paths as (
    {% for view, methods in var('forecast_methods').items() -%}
    {%- set is_last_view = loop.last -%}
    {%- for method in methods %}
    select
        '{{ method if view in ("raw", "adjusted") else view ~ "_" ~ method }}' as method,
        *
    from ({{ context["forecast_" ~ method](view ~ "_views") }})
    {{ 'union all by name' if not (loop.last and is_last_view) }}
    {%- endfor %}
    {%- endfor %}
)

select * from paths
