{#-
Whether a denominator belongs to a numerator of the same indicator and area: of the same period or, where the
registry allows an age, at or before the end of the period by at most so many days.
-#}
{% macro is_denominator_of(numerators, denominators) -%}
    {{ denominators }}.period_end <= {{ numerators }}.period_end
    and {{ denominators }}.period_end
    >= {{ numerators }}.period_end - coalesce({{ numerators }}.max_age_days, 0)
    and (
        {{ numerators }}.max_age_days is not null
        or (
            {{ numerators }}.frequency = {{ denominators }}.frequency
            and {{ numerators }}.period_start = {{ denominators }}.period_start
        )
    )
{%- endmacro %}

{#- Of several denominators the first in this order counts: the newest, and one stated for this very boundary. -#}
{% macro best_denominator_first(numerators, denominators) -%}
    {{ denominators }}.period_end desc,
    {{ denominators }}.is_crosswalk,
    {{ denominators }}.frequency = {{ numerators }}.frequency desc,
    {{ denominators }}.period_start desc
{%- endmacro %}
