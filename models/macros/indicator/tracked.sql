{#-
Any indicator by the tracking form: numerator / denominator where both are given, else the value; for
numbers that are not percentages a numerator alone is the value.
-#}
{% macro tracked() %}
    with pivoted as (
        select
            indicator_id,
            source,
            area_id,
            frequency,
            period_start,
            period_end,
            max(case when role = 'value' then value end) as given,
            max(case when role = 'numerator' then value end) as numerator,
            max(case when role = 'denominator' and value > 0 then value end) as denominator,
            max(received_at) as received_at,
            bool_or(is_sample) as is_sample,
            bool_or(is_approximate) as is_approximate,
            bool_or(is_crosswalk) as is_crosswalk,
            max(assumed_share) as assumed_share
        from {{ ref('int_indicator_parts') }}
        where source = 'tracking'
        group by indicator_id, source, area_id, frequency, period_start, period_end
    )

    select
        pivoted.* exclude (given),
        case
            when registry.unit = 'percent'
                then coalesce(
                    pivoted.numerator * registry.scale / pivoted.denominator, pivoted.given
                )
            else coalesce(pivoted.given, pivoted.numerator)
        end as value,
        case when pivoted.denominator is not null then 'denominator' end as denominator_role,
        case when pivoted.denominator is not null then pivoted.frequency end
            as denominator_frequency,
        case when pivoted.denominator is not null then pivoted.period_start end
            as denominator_period_start,
        case when pivoted.denominator is not null then pivoted.period_end end
            as denominator_period_end,
        case
            when registry.unit = 'percent' and pivoted.numerator / pivoted.denominator is not null
                then 'computed'
            else 'reported'
        end as basis
    from pivoted
    inner join {{ ref('stg_programme__indicators') }} as registry on pivoted.indicator_id = registry.indicator_id
{% endmacro %}
