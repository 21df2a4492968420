{#- Rule: a file dated after the day of the report, more often a slip of the year than a prophecy. Reads landed_files. -#}
{% macro file_after_as_of() %}
    select
        'warning' as severity,
        file_hash as object,
        cast(null as varchar) as area_id,
        cast(null as date) as period_end,
        form,
        file_hash,
        concat(
            file_name, ' ghi ngày ', {{ date_text('received_at', 'vi') }},
            ', sau ngày lập báo cáo, nên chưa dùng; kiểm tra ngày của văn bản'
        ) as statement_vi,
        concat(
            file_name, ' is dated ', {{ date_text('received_at', 'en') }},
            ', after the date of this report, and is not used; check the date of the document'
        ) as statement_en
    from landed_files
    where status = 'landed' and cast(received_at as date) > {{ known_by() }}
{% endmacro %}
