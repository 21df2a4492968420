with observations as (
    select * from {{ ref('int_indicator_values') }}
    where basis = 'crosswalk'
),

parts as (
    select * from {{ ref('int_apportioned_parts') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

ratio_bounds as (
    select * from {{ ref('int_crosswalk_ratio_bounds') }}
),

-- a part that was stated for the area of today is as it is
interval_of_parts as (
    select
        observations.*,
        coalesce(numerators.value_low, observations.numerator) as numerator_low,
        coalesce(numerators.value_high, observations.numerator) as numerator_high,
        coalesce(denominators.value_low, observations.denominator) as denominator_low,
        coalesce(denominators.value_high, observations.denominator) as denominator_high,
        counts.value_low * coalesce(registry.scale, 1) as count_low,
        counts.value_high * coalesce(registry.scale, 1) as count_high,
        registry.scale
    from observations
    inner join registry on observations.indicator_id = registry.indicator_id
    {% for name, role, columns in [
        ('numerators', "'numerator'", ['frequency', 'period_start', 'period_end']),
        ('counts', "'value'", ['frequency', 'period_start', 'period_end']),
        ('denominators', 'observations.denominator_role', [
            'denominator_frequency', 'denominator_period_start', 'denominator_period_end'
        ]),
    ] -%}
    left join parts as {{ name }}
        on
            observations.indicator_id = {{ name }}.indicator_id
            and observations.source = {{ name }}.source
            and observations.area_id = {{ name }}.area_id
            and {{ name }}.role = {{ role }}
            and {{ name }}.frequency = observations.{{ columns[0] }}
            and {{ name }}.period_start = observations.{{ columns[1] }}
            and {{ name }}.period_end = observations.{{ columns[2] }}
    {% endfor %}
),

bounds as (
    select
        interval_of_parts.indicator_id,
        interval_of_parts.source,
        interval_of_parts.area_id,
        interval_of_parts.frequency,
        interval_of_parts.period_start,
        interval_of_parts.period_end,
        case
            when interval_of_parts.denominator is null
                then least(interval_of_parts.count_low, interval_of_parts.value)
            else least(
                coalesce(
                    ratio_bounds.value_low,
                    numerator_low * interval_of_parts.scale / nullif(denominator_high, 0)
                ),
                interval_of_parts.value
            )
        end as value_low,
        case
            when interval_of_parts.denominator is null
                then greatest(interval_of_parts.count_high, interval_of_parts.value)
            else greatest(
                coalesce(
                    ratio_bounds.value_high,
                    numerator_high * interval_of_parts.scale / nullif(denominator_low, 0)
                ),
                interval_of_parts.value
            )
        end as value_high
    from interval_of_parts
    left join ratio_bounds
        using (indicator_id, source, area_id, frequency, period_start, period_end)
)

select * from bounds
