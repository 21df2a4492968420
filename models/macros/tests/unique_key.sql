{#- Offenders against a primary key: nulls in any column, or a key met twice. -#}
{% test unique_key(model, columns) %}
    select
        {{ columns | join(', ') }},
        count(*) as times_met
    from {{ model }}
    group by {{ columns | join(', ') }}
    having
        count(*) > 1
        or {% for column in columns %}{{ column }} is null{{ ' or ' if not loop.last }}{% endfor %}
{% endtest %}
