{#-
Kind ratio: numerator / denominator x scale at the same area. The denominator is of the same period, or,
where the registry allows an age, the newest at or before the end of the period; failing that, the
fallback measures of the numerator's own form.
-#}
{% macro ratio() %}
    with numerators as (
        select
            {{ part_columns() }},
            parts.value as numerator,
            registry.scale,
            registry.max_age_days
        from {{ parts_of('ratio', 'numerator') }}
    ),

    denominators as (
        select parts.*
        from {{ parts_of('ratio', 'denominator') }}
        where parts.value > 0
    ),

    fallbacks as (
        select parts.*
        from {{ parts_of('ratio', 'fallback') }}
        where parts.value > 0
    ),

    paired as (
        select
            numerators.*,
            denominators.value as denominator,
            'denominator' as denominator_role,
            denominators.frequency as denominator_frequency,
            denominators.period_start as denominator_period_start,
            denominators.period_end as denominator_period_end,
            denominators.is_approximate as is_denominator_approximate,
            denominators.is_sample as is_denominator_sample,
            denominators.received_at as denominator_received_at,
            denominators.is_crosswalk as is_denominator_crosswalk,
            denominators.assumed_share as denominator_assumed_share
        from numerators
        inner join denominators
            on
                numerators.indicator_id = denominators.indicator_id
                and numerators.area_id = denominators.area_id
                and {{ is_denominator_of('numerators', 'denominators') }}
        qualify row_number() over (
            partition by
                numerators.indicator_id, numerators.area_id, numerators.frequency,
                numerators.period_start, numerators.period_end
            order by {{ best_denominator_first('numerators', 'denominators') }}
        ) = 1
        union all
        select
            numerators.*,
            fallbacks.value as denominator,
            'fallback' as denominator_role,
            fallbacks.frequency as denominator_frequency,
            fallbacks.period_start as denominator_period_start,
            fallbacks.period_end as denominator_period_end,
            fallbacks.is_approximate as is_denominator_approximate,
            fallbacks.is_sample as is_denominator_sample,
            fallbacks.received_at as denominator_received_at,
            fallbacks.is_crosswalk as is_denominator_crosswalk,
            fallbacks.assumed_share as denominator_assumed_share
        from numerators
        inner join fallbacks
            using (indicator_id, area_id, frequency, period_start, period_end)
    )

    select
        indicator_id,
        source,
        area_id,
        frequency,
        period_start,
        period_end,
        numerator * scale / denominator as value,
        numerator,
        denominator,
        denominator_role,
        denominator_frequency,
        denominator_period_start,
        denominator_period_end,
        is_approximate or is_denominator_approximate
        or denominator_period_end != period_end as is_approximate,
        greatest(received_at, denominator_received_at) as received_at,
        is_sample or is_denominator_sample as is_sample,
        is_crosswalk or is_denominator_crosswalk as is_crosswalk,
        greatest(assumed_share, denominator_assumed_share) as assumed_share,
        'computed' as basis
    from paired
    qualify row_number() over (
        partition by indicator_id, area_id, frequency, period_start, period_end
        order by is_denominator_crosswalk, denominator_role
    ) = 1
{% endmacro %}
