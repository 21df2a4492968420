{#- Rule: neighbourhoods cannot be added up, for one was rejected or is unknown. Reads measures, area_words. -#}
{% macro ward_total_incomplete() %}
    select
        case when stated_value is null then 'error' else 'warning' end as severity,
        measures.*,
        concat(
            'có ', (select part_short_vi from area_words), ' bị loại hoặc không rõ địa bàn nên không cộng được (', measure, '); ',
            case
                when
                    stated_value is null
                    then
                        concat(
                            'biểu cũng không có dòng tổng nên kỳ này chưa có số toàn ',
                            (select ward_vi from area_words)
                        )
                else 'dùng dòng tổng của biểu'
            end
        ) as statement_vi,
        concat(
            'a neighbourhood was rejected or is unknown, so they cannot be added up (',
            measure,
            '); ',
            case
                when
                    stated_value is null
                    then 'the form has no total either, so the ward has no figure'
                else 'the total of the form is used'
            end
        ) as statement_en
    from measures
    where is_incomplete
{% endmacro %}
