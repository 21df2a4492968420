{#-
A number between 0 and 1 that looks random and is the same in every run, from what it is drawn for: a future, a
step, a purpose.
-#}
{% macro chance_draw(columns) -%}
    (({{ hex_number('substr(' ~ hash_of(columns) ~ ', 1, 7)') }} + 0.5) / 268435456)
{%- endmacro %}

{#- A draw of the normal distribution from a number between 0 and 1, by the logistic curve next to it. -#}
{% macro normal_draw(draw) -%}
    (ln({{ draw }} / (1 - {{ draw }})) / 1.702)
{%- endmacro %}

{#- A draw of the gamma distribution by Wilson and Hilferty's cube, from a number between 0 and 1. -#}
{% macro gamma_draw(shape, draw) -%}
    {{ shape }} * power(greatest(
        0.001,
        1 - 1 / (9.0 * {{ shape }}) + {{ normal_draw(draw) }} / (3 * sqrt({{ shape }}))
    ), 3)
{%- endmacro %}

{#- The day by which a share of futures has seen a project come; null where fewer ever do. Reads days, n_coming, n_futures. -#}
{% macro day_by_share(share) -%}
    case
        when n_coming >= {{ share }} * n_futures
            then days[cast(ceil({{ share }} * n_futures) as integer)]
    end
{%- endmacro %}
