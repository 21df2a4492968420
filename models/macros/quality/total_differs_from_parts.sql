{#- Rule: a stated total is not the sum of its neighbourhoods. Reads measures. -#}
{% macro total_differs_from_parts() %}
    select
        'warning' as severity,
        measures.*,
        concat(
            'tổng ghi trong biểu là ', {{ number_text('stated_value', 'vi') }},
            ' nhưng các tổ cộng lại là ', {{ number_text('summed_value', 'vi') }},
            '; dùng tổng cộng các tổ, đề nghị đơn vị kiểm tra'
        ) as statement_vi,
        concat(
            'the stated total is ', {{ number_text('stated_value', 'en') }},
            ' but the neighbourhoods add up to ', {{ number_text('summed_value', 'en') }},
            '; the sum is used, please check'
        ) as statement_en
    from measures
    where is_summed and {{ settled('stated_value') }} != {{ settled('summed_value') }}
{% endmacro %}
