{#- Which way a class of a published method, or a status of ours, points: good, middling or bad. -#}
{% macro points_to_verdict(word) -%}
    case
        when
            {{ word }} in (
                'achieved', 'on_track', 'substantial_progress', 'met_or_on_track', 'progressed',
                'maintain', 'improving'
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
