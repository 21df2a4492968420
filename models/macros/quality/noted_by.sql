{#- What rules note, each a macro of this folder, with the name of the rule. -#}
{% macro noted_by(rules) %}
    {% for rule in rules -%}
    select
        '{{ rule }}' as rule_id,
        *
    from ({{ context[rule]() }})
    {{ 'union all by name' if not loop.last }}
    {% endfor %}
{% endmacro %}
