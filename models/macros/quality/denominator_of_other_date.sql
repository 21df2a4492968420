{#- Rule: the denominator is of another date than the numerator. Reads ward_observations. -#}
{% macro denominator_of_other_date() %}
    select
        'info' as severity,
        *,
        concat('mẫu số lấy tại ngày ', {{ date_text('denominator_period_end', 'vi') }})
            as statement_vi,
        concat('the denominator is of ', {{ date_text('denominator_period_end', 'en') }})
            as statement_en
    from ward_observations
    where denominator_period_end != period_end
{% endmacro %}
