{#- Rule: a share of areas speaks of some of the areas only. Reads ward_observations, registry, children, area_words. -#}
{% macro areas_not_assessed() %}
    select
        'info' as severity,
        ward_observations.*,
        concat(
            'chỉ đánh giá được ',
            {{ number_text('denominator', 'vi') }},
            ' trên ',
            children.n_areas,
            ' ', (select part_vi from area_words)
        ) as statement_vi,
        concat(
            'only ', {{ number_text('denominator', 'en') }}, ' of ', children.n_areas,
            ' ', (select part_en from area_words), 's could be assessed'
        ) as statement_en
    from ward_observations
    inner join registry
        on
            ward_observations.indicator_id = registry.indicator_id
            and registry.kind = 'share_of_areas'
    inner join children
        on ward_observations.area_id = children.parent_area_id
    where ward_observations.source = 'primary' and ward_observations.denominator < children.n_areas
{% endmacro %}
