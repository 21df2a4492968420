with vintages as (
    select * from {{ ref('int_part_vintages') }}
),

parts as (
    select * from {{ ref('int_observation_parts') }}
),

observations as (
    select * from {{ ref('int_indicator_values') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
    where kind in ('reported', 'ratio')
),

changes as (
    select
        *,
        lag(value) over (
            partition by indicator_id, source, role, area_id, frequency, period_start, period_end
            order by recency
        ) as part_before,
        value as part_after,
        'resubmitted' as reason
    from vintages
    union all by name
    select
        *,
        landed_value as part_before,
        value as part_after,
        'correction' as reason
    from vintages
),

real_changes as (
    select * from changes
    where {{ settled('part_before') }} != {{ settled('part_after') }}
),

revised as (
    select
        observations.indicator_id,
        observations.area_id,
        observations.frequency,
        observations.period_end,
        parts.role,
        real_changes.received_at as reported_at,
        real_changes.file_hash,
        real_changes.file_name,
        real_changes.part_before,
        real_changes.part_after,
        {% for moment in ['before', 'after'] -%}
        case
            when parts.role = 'denominator'
                then
                    observations.numerator
                    * registry.scale
                    / nullif(real_changes.part_{{ moment }}, 0)
            when parts.role = 'numerator' and observations.denominator is not null
                then real_changes.part_{{ moment }} * registry.scale / observations.denominator
            when registry.kind = 'reported' and parts.source = 'primary'
                then real_changes.part_{{ moment }} * registry.scale
            else real_changes.part_{{ moment }}
        end as value_{{ moment }},
        {% endfor -%}
        real_changes.reason
    from real_changes
    inner join parts
        on
            real_changes.indicator_id = parts.indicator_id
            and real_changes.source = parts.source
            and real_changes.role = parts.part_role
            and real_changes.area_id = parts.area_id
            and real_changes.frequency = parts.part_frequency
            and real_changes.period_start = parts.part_from
            and real_changes.period_end = parts.part_until
    inner join observations using (observation_id)
    inner join registry on parts.indicator_id = registry.indicator_id
)

select * from revised
order by indicator_id, area_id, frequency, period_end, role, reported_at, file_hash, reason
