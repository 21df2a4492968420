{#-
Kind share_of_areas: of the neighbourhoods with figures, the share whose ratio in percent and whose
count both stay below the limits of the registry. A neighbourhood without a denominator is left out, even
when its count alone would do, for else only the bad ones would be counted; the share is then an estimate.
-#}
{% macro share_of_areas() %}
    with areas as (
        select * from {{ ref('stg_programme__areas') }}
        where level = 'neighbourhood'
    ),

    rated as (
        select
            {{ part_columns() }},
            areas.parent_area_id,
            parts.value as numerator,
            denominators.value as denominator,
            denominators.period_end as denominator_period_end,
            coalesce(counts.value, 0) as area_count,
            registry.area_ratio_limit,
            registry.area_count_limit,
            registry.scale
        from {{ parts_of('share_of_areas', 'numerator') }}
        inner join areas on parts.area_id = areas.area_id
        left join {{ ref('int_indicator_parts') }} as counts
            on
                parts.indicator_id = counts.indicator_id
                and parts.area_id = counts.area_id
                and parts.frequency = counts.frequency
                and parts.period_start = counts.period_start
                and parts.period_end = counts.period_end
                and counts.role = 'count'
        left join {{ ref('int_indicator_parts') }} as denominators
            on
                parts.indicator_id = denominators.indicator_id
                and parts.area_id = denominators.area_id
                and denominators.role = 'denominator'
                and denominators.source = 'primary'
                and denominators.value > 0
                and denominators.period_end <= parts.period_end
                and denominators.period_end
                >= parts.period_end - coalesce(registry.max_age_days, 0)
        qualify row_number() over (
            partition by
                parts.indicator_id, parts.area_id, parts.frequency,
                parts.period_start, parts.period_end
            order by denominators.period_end desc nulls last
        ) = 1
    ),

    judged as (
        select
            *,
            case
                when denominator is null then null
                when area_count >= area_count_limit then 0
                when {{ settled('100 * numerator / denominator') }} >= area_ratio_limit then 0
                else 1
            end as is_below
        from rated
    )

    select
        indicator_id,
        source,
        parent_area_id as area_id,
        frequency,
        period_start,
        period_end,
        sum(is_below) * max(scale) / count(is_below) as value,
        cast(sum(is_below) as double) as numerator,
        cast(count(is_below) as double) as denominator,
        'denominator' as denominator_role,
        max(denominator_period_end) as denominator_period_end,
        bool_or(is_approximate) or count(*) > count(is_below) as is_approximate,
        max(received_at) as received_at,
        bool_or(is_sample) as is_sample,
        'computed' as basis
    from judged
    group by indicator_id, source, parent_area_id, frequency, period_start, period_end
    having count(is_below) > 0
{% endmacro %}
