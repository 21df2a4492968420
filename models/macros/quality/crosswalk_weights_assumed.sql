{#- Rule: figures carried over from former wards rest on assumed weights. Reads observations, area_words. -#}
{% macro crosswalk_weights_assumed() %}
    select
        'info' as severity,
        concat_ws('|', observations.indicator_id, observations.area_id) as object,
        observations.indicator_id,
        observations.area_id,
        max(observations.period_end) as period_end,
        concat(
            count(*), ' số liệu quy đổi từ ', (select ward_vi from area_words), ' cũ, tới ',
            {{ number_text('100 * max(observations.assumed_share)', 'vi') }},
            '% theo tỷ lệ chia giả định; cần danh sách ', (select part_vi from area_words),
            ' của ', (select ward_vi from area_words)
        ) as statement_vi,
        concat(
            count(*), ' values carried over from former wards, up to ',
            {{ number_text('100 * max(observations.assumed_share)', 'en') }},
            '% of them by assumed weights; the list of neighbourhoods is needed'
        ) as statement_en
    from observations
    where observations.basis = 'crosswalk' and observations.assumed_share > 0
    group by observations.indicator_id, observations.area_id
{% endmacro %}
