{#- First day of the calendar quarter, half or year, by its months, in which a period ends. -#}
{% macro span_start(period_end, months) -%}
    make_date(
        year({{ period_end }}),
        month({{ period_end }}) - (month({{ period_end }}) - 1) % {{ months }},
        1
    )
{%- endmacro %}

{#- Whether a month, quarter or year is the last one of its calendar quarter, half or year. -#}
{% macro ends_span(period_end, frequency, months) -%}
    case {{ frequency }}
        when 'month' then month({{ period_end }}) % {{ months }} = 0
        when 'quarter' then 3 * quarter({{ period_end }}) % {{ months }} = 0
        else true
    end
{%- endmacro %}
