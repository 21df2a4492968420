{#- Mean absolute change of a list over so many places; null where it has no two that far apart. -#}
{% macro mean_change(points, distance) -%}
    list_avg(list_transform(
        range(1, len({{ points }}) - {{ distance }} + 1),
        lambda i: abs({{ points }}[i + {{ distance }}] - {{ points }}[i])
    ))
{%- endmacro %}
