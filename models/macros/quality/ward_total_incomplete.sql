{#-
Rule: neighbourhoods cannot be added up, for one is missing, was rejected or is unknown. Reads measures, area_words.
-#}
{% macro ward_total_incomplete() %}
    select
        case
            when stated_value is null and n_areas_reported >= n_areas then 'error'
            else 'warning'
        end as severity,
        measures.*,
        concat(
            case
                when n_areas_reported < n_areas
                    then
                        concat(
                            'chỉ có số của ', n_areas_reported, '/', n_areas, ' ',
                            (select part_vi from area_words)
                        )
                else
                    concat(
                        'có ', (select part_short_vi from area_words),
                        ' bị loại hoặc không rõ địa bàn'
                    )
            end,
            ' nên không cộng được; ',
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
            case
                when n_areas_reported < n_areas
                    then
                        concat(
                            'only ', n_areas_reported, ' of ', n_areas, ' ',
                            (select part_en from area_words), 's have a figure'
                        )
                else
                    concat(
                        'a ', (select part_en from area_words), ' was rejected or is unknown'
                    )
            end,
            ', so they cannot be added up; ',
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
