{#-
Why an indicator stands where it stands, from a row of `facts` (int_progress_facts) that carries its chance.
The type of target decides: a dated target by its due date once that is past and by the chance before it, a
yearly duty by every period of its year or by what the year brings, the rest by the trend. The place
against the path tells how it stands, never the class. None of these is a growth rate.
-#}
{% macro reason_code(facts) -%}
    case
        when {{ facts }}.latest_value is null then 'no_data'
        when {{ facts }}.target_value is null then {{ trend_reason(facts) }}
        when {{ facts }}.is_due_passed then {{ due_reason(facts) }}
        when
            {{ facts }}.duty_year >= year({{ as_of() }})
            and {{ lasting_duty_reason(facts) }} is not null
            then {{ lasting_duty_reason(facts) }}
        when {{ facts }}.is_stale then 'stale_data'
        when {{ facts }}.duty_kind in ('hold', 'total_zero') then {{ held_reason(facts) }}
        when {{ facts }}.duty_kind is not null then {{ quota_reason(facts) }}
        when {{ facts }}.chance is null then 'too_few_points'
        when {{ facts }}.is_met and {{ facts }}.chance >= {{ chance('secured') }}
            then 'met_and_secured'
        when {{ facts }}.is_met then 'met_not_secured'
        else {{ path_reason(facts) }}
    end
{%- endmacro %}

{#- The last period that ended by the due date decides, whatever came later. -#}
{% macro due_reason(facts) -%}
    case
        when {{ facts }}.due_value is null then 'no_figure_when_due'
        when {{ facts }}.is_due_met then 'met_when_due'
        else 'missed_when_due'
    end
{%- endmacro %}

{#- What no later figure of the same year can change. -#}
{% macro lasting_duty_reason(facts) -%}
    case
        when {{ facts }}.is_broken then 'broken_this_year'
        when {{ facts }}.duty_kind = 'quota_up' and {{ facts }}.is_met then 'quota_fulfilled'
        when {{ facts }}.duty_kind = 'quota_down' and not {{ facts }}.is_met then 'quota_exceeded'
    end
{%- endmacro %}

{#- One period that broke it is enough; that it held is only said where every period to date is known. -#}
{% macro held_reason(facts) -%}
    case
        when {{ facts }}.is_broken then 'broken_this_year'
        when {{ facts }}.n_missing > 0 then 'year_incomplete'
        else 'held_so_far'
    end
{%- endmacro %}

{#- What the year has brought, then the chance from the periods that are left. -#}
{% macro quota_reason(facts) -%}
    case
        when {{ lasting_duty_reason(facts) }} is not null then {{ lasting_duty_reason(facts) }}
        when {{ facts }}.is_year_over and {{ facts }}.is_total_open then 'year_incomplete'
        when {{ facts }}.is_year_over and {{ facts }}.is_met then 'quota_fulfilled'
        when {{ facts }}.is_year_over then 'quota_missed'
        when {{ facts }}.has_year_end then 'year_running'
        when {{ facts }}.chance is null then 'too_few_points'
        when {{ facts }}.chance < {{ chance('unlikely') }} then 'quota_unlikely'
        when {{ facts }}.chance < {{ chance('likely') }} then 'quota_uncertain'
        else 'quota_likely'
    end
{%- endmacro %}

{#- The chance sets the class, the place against the path and the past say how it stands. -#}
{% macro path_reason(facts) -%}
    case
        when {{ facts }}.chance < {{ chance('unlikely') }}
            then
                case
                    when {{ facts }}.behind > {{ facts }}.on_path_width then 'behind_and_unlikely'
                    else 'on_path_but_unlikely'
                end
        when {{ facts }}.chance < {{ chance('likely') }}
            then
                case
                    when {{ facts }}.is_reached_firmly then 'reached_then_lost'
                    when {{ facts }}.behind > {{ facts }}.slightly_behind_width
                        then 'behind_and_uncertain'
                    when {{ facts }}.behind > {{ facts }}.on_path_width then 'slightly_behind_path'
                    else 'on_path_but_uncertain'
                end
        when {{ facts }}.behind > {{ facts }}.on_path_width then 'behind_but_likely'
        when {{ facts }}.behind < -{{ facts }}.on_path_width then 'ahead_of_path'
        else 'on_path'
    end
{%- endmacro %}

{#- Without a number only the trend speaks; of a share to keep, or of old figures, it says nothing. -#}
{% macro trend_reason(facts) -%}
    case
        when {{ facts }}.is_stale or {{ facts }}.direction = 'keep' then 'unclear_no_target'
        when {{ facts }}.trend_direction = 'improving' then 'improving_no_target'
        when {{ facts }}.trend_direction = 'worsening' then 'worsening_no_target'
        else 'unclear_no_target'
    end
{%- endmacro %}

{#- Below the first a target is out of reach as things go, from the second on likely, from the third secured. -#}
{% macro chance(word) -%}
    {{ {'unlikely': 0.2, 'likely': 0.6, 'secured': 0.8}[word] }}
{%- endmacro %}

{#- The status that each reason stands for; "met, not secured" takes that of its chance. -#}
{% macro status_of(reason, chance_met) -%}
    case
        when {{ reason }} in ('met_when_due', 'met_and_secured', 'quota_fulfilled') then 'achieved'
        when
            {{ reason }} in (
                'ahead_of_path', 'on_path', 'behind_but_likely', 'held_so_far', 'quota_likely'
            )
            then 'on_track'
        when {{ reason }} = 'met_not_secured' and {{ chance_met }} >= {{ chance('likely') }}
            then 'on_track'
        when
            {{ reason }} in (
                'met_not_secured', 'on_path_but_uncertain', 'slightly_behind_path',
                'behind_and_uncertain', 'reached_then_lost', 'quota_uncertain'
            )
            then 'at_risk'
        when
            {{ reason }} in (
                'on_path_but_unlikely', 'behind_and_unlikely', 'missed_when_due',
                'broken_this_year', 'quota_unlikely', 'quota_exceeded', 'quota_missed'
            )
            then 'off_track'
        when
            {{ reason }} in ('improving_no_target', 'worsening_no_target', 'unclear_no_target')
            then 'no_target'
        else 'not_assessable'
    end
{%- endmacro %}

{#-
The status of a dated target beside the one that is judged: once it has fallen due by what was known then, before
that by its chance and whether it is met now.
-#}
{% macro dated_status(facts) -%}
    case
        when {{ facts }}.latest_value is null then 'not_assessable'
        when {{ facts }}.is_due_passed
            then
                case {{ due_reason(facts) }}
                    when 'met_when_due' then 'achieved'
                    when 'missed_when_due' then 'off_track'
                    else 'not_assessable'
                end
        when {{ facts }}.is_stale or {{ facts }}.chance is null then 'not_assessable'
        when {{ facts }}.is_met
            then
                case
                    when {{ facts }}.chance >= {{ chance('secured') }} then 'achieved'
                    when {{ facts }}.chance >= {{ chance('likely') }} then 'on_track'
                    else 'at_risk'
                end
        when {{ facts }}.chance >= {{ chance('likely') }} then 'on_track'
        when {{ facts }}.chance >= {{ chance('unlikely') }} then 'at_risk'
        else 'off_track'
    end
{%- endmacro %}

{#-
The chance that a dated target is met when due; null once that day is decided. A count that is to go to zero, and is
there, has at most the chance that its run of periods without a case gives it, (k + 1) / (k + 2).
-#}
{% macro dated_chance(facts, forecast_chance) -%}
    case
        when {{ facts }}.is_due_passed then null
        when {{ facts }}.is_due_known then cast({{ facts }}.is_met as integer)
        when {{ forecast_chance }} is null then null
        when {{ facts }}.target_type = 'count_to_zero' and {{ facts }}.is_met
            then least(
                {{ forecast_chance }},
                ({{ facts }}.n_met_run + 1.0) / ({{ facts }}.n_met_run + 2.0)
            )
        else {{ forecast_chance }}
    end
{%- endmacro %}

{#- What is decided in a year is certain either way; a running quota takes the chance of its months left. -#}
{% macro duty_chance(facts, forecast_chance) -%}
    case
        when {{ facts }}.is_broken then 0
        when {{ facts }}.duty_kind = 'quota_up' and {{ facts }}.is_met then 1
        when {{ facts }}.duty_kind = 'quota_down' and not {{ facts }}.is_met then 0
        when {{ facts }}.duty_kind in ('hold', 'total_zero')
            then
                case when {{ facts }}.is_year_over and {{ facts }}.n_missing = 0 then 1 end
        when {{ facts }}.is_year_over and {{ facts }}.is_total_open then null
        when {{ facts }}.is_year_over then cast({{ facts }}.is_met as integer)
        else {{ forecast_chance }}
    end
{%- endmacro %}
