{#
    The identity of the count behind an indicator: form, measures and category, or the indicator's
    own code where only the tracking form feeds it. Two indicators with one identity show one count.
#}
{% macro count_identity(part) %}
    coalesce(
        {{ part }}_form || ':' || {{ part }}_measures || ':' || coalesce({{ part }}_category, ''),
        indicator_id || ':{{ part }}'
    )
{% endmacro %}
