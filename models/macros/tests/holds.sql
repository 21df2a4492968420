{#- Offenders against a list of conditions, each row once with the conditions that it breaks. -#}
{% test holds(model, conditions) %}
    select *
    from {{ model }}
    where
        {%- for condition in conditions %}
        not coalesce({{ condition }}, false){{ ' or' if not loop.last }}
        {%- endfor %}
{% endtest %}
