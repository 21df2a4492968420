{#-
Why an indicator stands where it stands, from a row of `facts` (int_progress_facts) that carries its chance,
probability_met. The type of target decides: yearly duties on the value of the year, dated ones on the
distance to the path and on the chance, the rest on trend. Behind the path means by more than 5% of the way
planned so far and half a unit of the last shown digit; far behind by more than 40% of that way, 0.25% of
the range, and 1.6 times the usual wavering. None of these is a growth rate.
-#}
{% macro reason_code(facts) -%}
    case
        when {{ facts }}.latest_value is null then 'no_data'
        when {{ facts }}.is_stale then 'stale_data'
        when {{ facts }}.target_cadence is not null and {{ facts }}.target_value is null
            then 'pass_mark_missing'
        when {{ facts }}.target_cadence = 'yearly' then {{ yearly_reason(facts) }}
        when {{ facts }}.target_cadence = 'by_date' then {{ dated_reason(facts) }}
        when {{ facts }}.direction = 'keep' then 'pass_mark_missing'
        else {{ trend_reason(facts) }}
    end
{%- endmacro %}

{#- A duty is missed when its year is over or nothing can mend it; until then it is held or being fulfilled. -#}
{% macro yearly_reason(facts) -%}
    case
        when
            {{ facts }}.is_met
            and ({{ facts }}.is_year_complete or {{ facts }}.default_path = 'within_year')
            then 'achieved_and_held'
        when {{ facts }}.is_met then 'held_so_far'
        when {{ facts }}.is_year_over or not {{ facts }}.can_be_mended then 'not_held'
        when {{ facts }}.default_path = 'within_year' then {{ path_reason(facts) }}
        when
            {{ facts }}.behind <= {{ facts }}.slightly_behind_width
            and coalesce({{ facts }}.probability_met, 1) >= {{ chance('unlikely') }}
            then 'slightly_behind_path'
        else 'not_held'
    end
{%- endmacro %}

{% macro dated_reason(facts) -%}
    case
        when {{ facts }}.is_met and {{ facts }}.latest_period_end >= {{ facts }}.target_due
            then 'achieved_and_held'
        when {{ facts }}.is_met and {{ facts }}.probability_met < {{ chance('unlikely') }}
            then 'met_but_slipping'
        when {{ facts }}.is_met then 'achieved_early'
        when {{ facts }}.latest_period_end >= {{ facts }}.target_due then 'missed'
        when {{ facts }}.latest_period_end <= {{ facts }}.baseline_date then 'too_few_points'
        else {{ path_reason(facts) }}
    end
{%- endmacro %}

{#- The place against the path says how it stands; the chance says whether that is enough. -#}
{% macro path_reason(facts) -%}
    case
        when {{ facts }}.behind > {{ facts }}.slightly_behind_width
            then
                case
                    when {{ facts }}.probability_met >= {{ chance('likely') }}
                        then 'far_behind_but_likely'
                    else 'far_behind_path'
                end
        when {{ facts }}.behind > {{ facts }}.on_path_width
            then
                case
                    when {{ facts }}.probability_met < {{ chance('unlikely') }}
                        then 'behind_and_unlikely'
                    when {{ facts }}.reached_date is not null then 'reached_then_lost'
                    else 'slightly_behind_path'
                end
        when {{ facts }}.probability_met < {{ chance('unlikely') }} then 'on_path_but_unlikely'
        when {{ facts }}.reached_date is not null then 'reached_then_lost'
        when {{ facts }}.probability_met < {{ chance('likely') }} then 'on_path_but_uncertain'
        when {{ facts }}.behind < -{{ facts }}.on_path_width then 'ahead_of_path'
        else 'on_path'
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

{#- Below the first a target is out of reach as things go, from the second on it is likely. -#}
{% macro chance(word) -%}
    {{ {'unlikely': 0.2, 'likely': 0.6}[word] }}
{%- endmacro %}

{#- The status that each reason stands for. -#}
{% macro status_of(reason) -%}
    case
        when {{ reason }} in ('achieved_and_held', 'achieved_early') then 'achieved'
        when
            {{ reason }} in (
                'ahead_of_path', 'on_path', 'held_so_far', 'improving_no_target',
                'stable_no_target'
            )
            then 'on_track'
        when
            {{ reason }} in (
                'slightly_behind_path', 'on_path_but_uncertain', 'far_behind_but_likely',
                'reached_then_lost', 'met_but_slipping', 'worsening_no_target'
            )
            then 'at_risk'
        when
            {{ reason }} in (
                'far_behind_path', 'behind_and_unlikely', 'on_path_but_unlikely', 'missed',
                'not_held'
            )
            then 'off_track'
        else 'not_assessable'
    end
{%- endmacro %}

{#- A duty of the year that is decided is certain either way; a running one takes the forecast's chance. -#}
{% macro duty_probability(facts, chance_at_year_end) -%}
    case
        when {{ facts }}.is_met and {{ facts }}.default_path = 'within_year' then 1.0
        when {{ facts }}.is_met and {{ facts }}.is_year_over then 1.0
        when {{ facts }}.is_met then null
        when {{ facts }}.is_year_over or not {{ facts }}.can_be_mended then 0.0
        when {{ facts }}.temporal_aggregation = 'last' then {{ chance_at_year_end }}
    end
{%- endmacro %}
