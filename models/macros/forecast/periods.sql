{#- Number of a period on one line of months, quarters or years, so that gaps can be seen. -#}
{% macro period_index(period_end, frequency) -%}
    cast(case {{ frequency }}
        when 'month' then 12 * year({{ period_end }}) + month({{ period_end }})
        when 'quarter' then 4 * year({{ period_end }}) + quarter({{ period_end }})
        else year({{ period_end }})
    end as integer)
{%- endmacro %}

{% macro periods_per_year(frequency) -%}
    case {{ frequency }} when 'month' then 12 when 'quarter' then 4 else 1 end
{%- endmacro %}

{#- End of the period that comes `step` periods later; a month end stays a month end, a 14th a 14th. -#}
{% macro period_end_after(period_end, frequency, step) -%}
    {%- set later -%}
    {{ period_end }} + to_months(cast({{ step }} * 12 // {{ periods_per_year(frequency) }} as integer))
    {%- endset -%}
    cast(case
        when {{ period_end }} = last_day({{ period_end }}) then last_day({{ later }})
        else {{ later }}
    end as date)
{%- endmacro %}

{#- Whole periods from a period to the end of the programme. -#}
{% macro steps_to_programme_end(period_end, frequency) -%}
    greatest(
        0,
        (date_diff('month', {{ period_end }}, {{ programme_end() }}))
        * {{ periods_per_year(frequency) }} // 12
    )
{%- endmacro %}
