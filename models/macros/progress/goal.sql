{#-
The smallest value that meets a target: for "over" the next one above it. Where `factor` counts of something
make one unit (1,611 people a point), it is a whole number of them; else a millionth above.
-#}
{% macro goal_value(target, operator, direction, factor) -%}
    case
        when {{ factor }} is null
            then {{ target }} + case when {{ operator }} = 'gt' then 1e-6 else 0 end
        else {{ goal_count(target, operator, direction, factor) }} / {{ factor }}
    end
{%- endmacro %}

{#- The same as a count, null without a factor: 981 people for "over 98%" of 1,000. -#}
{% macro goal_count(target, operator, direction, factor) -%}
    case
        when {{ operator }} = 'gt' then floor({{ settled(target ~ ' * ' ~ factor) }}) + 1
        when {{ direction }} = 'down' then floor({{ settled(target ~ ' * ' ~ factor) }})
        else ceil({{ settled(target ~ ' * ' ~ factor) }})
    end
{%- endmacro %}

{#- Day on which a steady pace has covered a way, null when it never does or not within 75 years. -#}
{% macro arrival_date(start_date, way, pace) -%}
    case
        when {{ way }} * {{ pace }} > 0 and {{ way }} / {{ pace }} < 75
            then {{ start_date }} + cast(ceil({{ settled(way ~ ' / ' ~ pace ~ ' * 365.25') }}) as integer)
    end
{%- endmacro %}

{#- The end of the month of the due date that comes next, for what is there in that month of every year. -#}
{% macro next_due_month(date, due_date) -%}
    least({{ due_date }}, last_day(make_date(
        cast(year({{ date }}) + cast(month({{ date }}) >= month({{ due_date }}) as integer) as integer),
        month({{ due_date }}),
        1
    )))
{%- endmacro %}

{#- The next of 1, 2, 2.5, 5 and 10 times a power of ten, for steps that people can read. -#}
{% macro round_step(size) -%}
    power(10, floor(log10({{ size }})))
    * case
        when {{ settled(size ~ ' / power(10, floor(log10(' ~ size ~ ')))') }} <= 1 then 1
        when {{ settled(size ~ ' / power(10, floor(log10(' ~ size ~ ')))') }} <= 2 then 2
        when {{ settled(size ~ ' / power(10, floor(log10(' ~ size ~ ')))') }} <= 2.5 then 2.5
        when {{ settled(size ~ ' / power(10, floor(log10(' ~ size ~ ')))') }} <= 5 then 5
        else 10
    end
{%- endmacro %}
