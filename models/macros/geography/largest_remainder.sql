{#-
A count shared out by weights so that the shares add up to it, to the last unit: every share is rounded
down, and the units left over go to the largest remainders (Hamilton's method), ties to the first area_id.
The unit is 1 for whole numbers and a millionth for others. `value` and `weight` are columns of one row per
share, `source` the columns that name what is shared, weights adding up to 1 over them.
-#}
{% macro largest_remainder(relation, source, value='value', weight='weight', target='target_area_id') %}
    with quotas as (
        select
            *,
            case when {{ value }} = round({{ value }}) then 1 else 1000000 end as units,
            {{ settled(value ~ ' * case when ' ~ value ~ ' = round(' ~ value ~ ') then 1 else 1000000 end * ' ~ weight) }}
                as quota
        from {{ relation }}
    ),

    rounded as (
        select
            *,
            round({{ value }} * units) - sum(floor(quota)) over source_window as left_over,
            row_number() over (
                partition by {{ source | join(', ') }}
                order by quota - floor(quota) desc, {{ target }}
            ) as position
        from quotas
        window source_window as (partition by {{ source | join(', ') }})
    )

    select
        * exclude (units, quota, left_over, position),
        (floor(quota) + case when position <= left_over then 1 else 0 end) / units as share
    from rounded
{% endmacro %}
