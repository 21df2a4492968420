{#-
How well a version of the programme suits the as-of date, the best being the highest: the newest that had been read by
then; of a time before all of them, the oldest there is.
-#}
{% macro programme_rank(received_at) -%}
    case
        when cast({{ received_at }} as date) <= {{ programme_known_by() }}
            then epoch({{ received_at }})
        else -epoch({{ received_at }})
    end
{%- endmacro %}
