{#-
Why an indicator stands where it stands. A row of `facts` (int_progress_facts) is judged by the type of its
target: yearly duties on the value of the year, dated ones on the distance to the path, the rest on trend.
Behind the path means by more than 5% of what was planned and half a unit of the last shown digit; far
behind by more than 40% of it, the usual change of one period, and 0.5% of the target. None of these is a
growth rate.
-#}
{% macro reason_code(facts) -%}
    case
        when {{ facts }}.latest_value is null then 'no_data'
        when {{ facts }}.is_stale then 'stale_data'
        when {{ facts }}.has_target and {{ facts }}.target_value is null then 'pass_mark_missing'
        when {{ facts }}.target_cadence = 'yearly' then {{ yearly_reason(facts) }}
        when {{ facts }}.target_cadence = 'by_date' then {{ dated_reason(facts) }}
        when {{ facts }}.direction = 'keep' then 'pass_mark_missing'
        else {{ trend_reason(facts) }}
    end
{%- endmacro %}

{#- A count cannot be undone and a year that is over cannot be mended; another year may still get there. -#}
{% macro yearly_reason(facts) -%}
    case
        when {{ facts }}.is_met then 'achieved_and_held'
        when
            not {{ facts }}.is_year_complete
            and {{ facts }}.annual_method != 'sum'
            and abs({{ facts }}.latest_value - {{ facts }}.target_value)
            <= 0.05 * abs({{ facts }}.target_value)
            then 'slightly_behind_path'
        else 'not_held'
    end
{%- endmacro %}

{% macro dated_reason(facts) -%}
    case
        when {{ facts }}.is_met and {{ facts }}.latest_period_end >= {{ facts }}.target_due
            then 'achieved_and_held'
        when {{ facts }}.is_met then 'achieved_early'
        when {{ facts }}.latest_period_end <= {{ facts }}.baseline_date then 'too_few_points'
        when {{ facts }}.latest_period_end >= {{ facts }}.target_due then 'far_behind_path'
        when {{ facts }}.behind < -{{ facts }}.on_path_width then 'ahead_of_path'
        when {{ facts }}.behind <= {{ facts }}.on_path_width then 'on_path'
        when {{ facts }}.behind <= {{ facts }}.slightly_behind_width then 'slightly_behind_path'
        else 'far_behind_path'
    end
{%- endmacro %}

{% macro trend_reason(facts) -%}
    case {{ facts }}.trend_direction
        when 'improving' then 'improving_no_target'
        when 'worsening' then 'worsening_no_target'
        when 'no_clear_change' then 'stable_no_target'
        else 'too_few_points'
    end
{%- endmacro %}

{#- The status that each reason stands for. -#}
{% macro status_of(reason) -%}
    case
        when {{ reason }} in ('achieved_and_held', 'achieved_early') then 'achieved'
        when
            {{ reason }} in (
                'ahead_of_path', 'on_path', 'improving_no_target', 'stable_no_target'
            )
            then 'on_track'
        when {{ reason }} in ('slightly_behind_path', 'worsening_no_target') then 'at_risk'
        when {{ reason }} in ('far_behind_path', 'not_held') then 'off_track'
        else 'not_assessable'
    end
{%- endmacro %}
