{#- Rule: a figure that a declared correction has changed. Reads observations, corrections. -#}
{% macro correction_applied() %}
    select
        'info' as severity,
        concat_ws('|', observations.correction_id, observations.sheet, observations.cell) as object,
        observations.area_id,
        observations.period_end,
        observations.form,
        observations.file_hash,
        concat(
            'ô ', observations.cell, ' sửa từ ', {{ number_text('landed_value', 'vi') }},
            ' thành ', {{ number_text('value', 'vi') }}, ': ', corrections.reason
        ) as statement_vi,
        concat(
            'cell ', observations.cell, ' corrected from ', {{ number_text('landed_value', 'en') }},
            ' to ', {{ number_text('value', 'en') }}, ': ', corrections.reason
        ) as statement_en
    from observations
    inner join corrections on observations.correction_id = corrections.correction_id
{% endmacro %}
