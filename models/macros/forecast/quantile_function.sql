{#- Probabilities at which the distribution of forecast errors is kept, and their columns in the seed. -#}
{% macro forecast_probabilities() -%}
    {{ return([
        0.005, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.995
    ]) }}
{%- endmacro %}

{% macro forecast_quantile_list() -%}
    [
        {%- for probability in forecast_probabilities() -%}
        p{{ "%03d" | format(1000 * probability) }} {{- ", " if not loop.last }}
        {%- endfor -%}
    ]
{%- endmacro %}

{#- The quantile of a list that is kept at forecast_probabilities(). -#}
{% macro quantile_at(quantiles, probability) -%}
    {{ quantiles }}[{{ forecast_probabilities().index(probability) + 1 }}]
{%- endmacro %}

{#- A quantile of each step, of rows that have one step each. -#}
{% macro quantiles_by_step(probability) -%}
    list({{ quantile_at('quantiles', probability) }} order by step)
{%- endmacro %}

{#- Products of spreads and quantiles, step by step. -#}
{% macro scaled(spreads, quantiles) -%}
    list_transform({{ spreads }}, {{ lambda("spread, step") }} spread * {{ quantiles }}[step])
{%- endmacro %}

{#- Of how many steps an error lies in an interval of spreads; a last bit at its ends puts none outside. -#}
{% macro n_within(errors, spreads, percent) -%}
    len(list_filter(
        {{ errors }},
        {{ lambda("error, step") }} error between
        {{ spreads }}.lower_{{ percent }}[step] - 1e-9 * {{ spreads }}.spreads[step]
        and {{ spreads }}.upper_{{ percent }}[step] + 1e-9 * {{ spreads }}.spreads[step]
    ))
{%- endmacro %}

{#-
Share of the distribution below a score, straight between the kept quantiles; past the last one on either
side it is that one's probability, never 0 or 1.
-#}
{% macro share_below(score, quantiles) -%}
    {%- set probabilities = forecast_probabilities() -%}
    {%- set below = "len(list_filter(" ~ quantiles ~ ", lambda q: q <= " ~ score ~ "))" -%}
    case
        when {{ below }} = 0 then {{ probabilities[0] }}
        when {{ below }} = {{ probabilities | length }} then {{ probabilities[-1] }}
        else
            {{ probabilities }}[{{ below }}]
            + ({{ probabilities }}[{{ below }} + 1] - {{ probabilities }}[{{ below }}])
            * ({{ score }} - {{ quantiles }}[{{ below }}])
            / ({{ quantiles }}[{{ below }} + 1] - {{ quantiles }}[{{ below }}])
    end
{%- endmacro %}
