{#- Which way a class of a published method, or a status of ours, points: good, middling or bad. -#}
{% macro points_to_verdict(word) -%}
    case
        when
            {{ word }} in (
                'achieved', 'on_track', 'target_achieved', 'substantial_progress',
                'met_or_on_track', 'progressed', 'maintain', 'improving'
            )
            then 'good'
        when
            {{ word }} in (
                'at_risk', 'moderate_progress', 'limited_progress', 'accelerate', 'no_change',
                'no_significant_change'
            )
            then 'middling'
        when
            {{ word }} in (
                'off_track', 'deterioration', 'stagnation_or_regression', 'regressed', 'reverse',
                'worsening'
            )
            then 'bad'
    end
{%- endmacro %}

{#- Why a method says otherwise than we do, a reason of method_reasons; null where both point the same way. -#}
{% macro disagreement(row) -%}
    case
        when {{ row }}.result = 'cannot_be_calculated' and {{ row }}.n_points = 0 then 'no_data'
        when
            {{ row }}.result = 'cannot_be_calculated'
            and {{ row }}.target_value = {{ row }}.baseline_value
            then 'already_there'
        when {{ row }}.result = 'cannot_be_calculated' then 'not_defined'
        when {{ row }}.is_in_agreement then null
        when {{ row }}.our_status = 'no_target' then 'no_target'
        when {{ row }}.is_in_agreement is null then 'we_cannot_judge'
        when {{ row }}.method = 'fingertips_trend' then 'looks_at_trend_only'
        when {{ row }}.target_cadence = 'yearly' then 'duty_of_every_year'
        when {{ row }}.method = 'un_escap_current_status' then 'looks_at_movement_only'
        when {{ row }}.method = 'un_escap_anticipated_progress' then 'straight_line_goes_on'
        when {{ row }}.result = 'target_achieved' then 'over_is_not_at_least'
        when abs({{ row }}.baseline_value) <= 0.01 * abs({{ row }}.target_value)
            then 'grows_from_zero'
        when {{ row }}.target_value = 0 or {{ row }}.latest_value = 0 then 'zero_is_replaced'
        when
            abs({{ row }}.target_value - {{ row }}.baseline_value)
            <= 0.01 * abs({{ row }}.target_value)
            then 'little_left'
        when
            {{ row }}.reason_code in (
                'on_path_but_uncertain', 'on_path_but_unlikely', 'behind_and_unlikely',
                'behind_and_uncertain', 'slightly_behind_path', 'behind_but_likely',
                'met_not_secured'
            )
            then 'no_uncertainty'
        else 'compound_growth'
    end
{%- endmacro %}
