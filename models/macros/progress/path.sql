{#-
Whether a value meets a target: "over 98" is not met by 98, "= 100" is met by 104 where more is better and a
"= 12" by 10 where less is. Six decimals decide.
-#}
{% macro is_met(value, operator, target, direction) -%}
    case
        when {{ operator }} = 'gt' then {{ settled(value) }} > {{ target }}
        when {{ operator }} = 'ge' then {{ settled(value) }} >= {{ target }}
        when {{ operator }} = 'le' then {{ settled(value) }} <= {{ target }}
        when {{ operator }} = 'eq' and {{ direction }} = 'up' then {{ settled(value) }} >= {{ target }}
        when {{ operator }} = 'eq' and {{ direction }} = 'down' then {{ settled(value) }} <= {{ target }}
        when {{ operator }} = 'eq' then {{ settled(value) }} = {{ target }}
    end
{%- endmacro %}

{#- Years between two dates, of 365.25 days. -#}
{% macro years_between(earlier, later) -%}
    (date_diff('day', {{ earlier }}, {{ later }}) / 365.25)
{%- endmacro %}

{#- Value of the straight line between two dated points; past the second one it stays there. -#}
{% macro on_line(date, from_date, from_value, to_date, to_value) -%}
    case
        when {{ date }} >= {{ to_date }} then {{ to_value }}
        else
            {{ from_value }} + ({{ to_value }} - {{ from_value }})
            * date_diff('day', {{ from_date }}, {{ date }})
            / date_diff('day', {{ from_date }}, {{ to_date }})
    end
{%- endmacro %}

{#- 1 where up is better, -1 where down is: turns a difference into an improvement. -#}
{% macro better(direction) -%}
    case when {{ direction }} = 'down' then -1 else 1 end
{%- endmacro %}

{#- How far a value falls short of a planned one; negative beyond it. To keep means neither above nor below. -#}
{% macro shortfall(value, planned, direction) -%}
    case {{ direction }}
        when 'keep' then abs({{ planned }} - {{ value }})
        else ({{ planned }} - {{ value }}) * {{ better(direction) }}
    end
{%- endmacro %}

{#- Age in days at which the newest figure is too old to judge: half a year, a year, two years. -#}
{% macro stale_after_days(frequency) -%}
    case {{ frequency }} when 'month' then 185 when 'quarter' then 370 else 740 end
{%- endmacro %}

{#- Days after a period's end within which its figure may still be on its way. -#}
{% macro pending_days(frequency) -%}
    case {{ frequency }} when 'month' then 31 when 'quarter' then 45 else 90 end
{%- endmacro %}

{#- Place of a day's period in its year: 1 to 12 for months, 1 to 4 for quarters, else 1. -#}
{% macro position_in_year(day, frequency) -%}
    case {{ frequency }}
        when 'month' then month({{ day }})
        when 'quarter' then quarter({{ day }})
        else 1
    end
{%- endmacro %}

{#- Whether a row of `seasons` (int_path_seasons) is the season of a day in a series. -#}
{% macro is_season_of(series, day, frequency) -%}
    {{ series }}.series_id = seasons.series_id
    and seasons.position = {{ position_in_year(day, frequency) }}
{%- endmacro %}

{#- A value without the season of its period, a row of int_path_seasons; as it is where there is none. -#}
{% macro level_of(value, season) -%}
    case
        when {{ season }}.season is null then {{ value }}
        when {{ season }}.is_multiplicative then {{ value }} / {{ season }}.season
        else {{ value }} - {{ season }}.season
    end
{%- endmacro %}

{#- The value that a level has in the season of a period, the other way round. -#}
{% macro in_season(level, season) -%}
    case
        when {{ season }}.season is null then {{ level }}
        when {{ season }}.is_multiplicative then {{ level }} * {{ season }}.season
        else {{ level }} + {{ season }}.season
    end
{%- endmacro %}

{#- The value of a level in the season of the due date, from a row of int_progress_facts: as its goal there to the goal's level. -#}
{% macro value_when_due(level) -%}
    (
        case
            when is_multiplicative and goal_level != 0 then ({{ level }}) * goal_value / goal_level
            else {{ level }} + (goal_value - goal_level)
        end
    )
{%- endmacro %}
