{#- Rule: the denominator of the definition is missing. Reads ward_observations. -#}
{% macro denominator_fallback() %}
    select
        'info' as severity,
        *,
        'thiếu mẫu số theo định nghĩa, dùng số ghi trong chính biểu' as statement_vi,
        'the denominator of the definition is missing; the figure of the form itself is used'
            as statement_en
    from ward_observations
    where denominator_role = 'fallback'
{% endmacro %}
