with observations as (
    select * from {{ ref('int_indicator_values') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

roles (part_role, role, is_denominator) as (
    values
    ('value', 'value', false),
    ('numerator', 'numerator', false),
    ('count', 'numerator', false),
    ('denominator', 'denominator', true),
    ('fallback', 'denominator', true)
),

parts as (
    select
        observations.observation_id,
        observations.indicator_id,
        observations.source,
        observations.area_id,
        observations.period_start,
        roles.part_role,
        roles.role,
        case
            when roles.is_denominator then observations.denominator_frequency
            else observations.frequency
        end as part_frequency,
        case
            when roles.is_denominator then observations.denominator_period_start
            when registry.kind = 'cumulative_since' and observations.source = 'primary'
                then registry.counted_since
            when registry.kind != 'median_duration' then observations.period_start
        end as part_from,
        case
            when roles.is_denominator then observations.denominator_period_end
            else observations.period_end
        end as part_until,
        registry.kind = 'cumulative_since' and observations.source = 'primary' as is_running
    from observations
    inner join registry on observations.indicator_id = registry.indicator_id
    cross join roles
    where
        case
            when roles.is_denominator then roles.part_role = observations.denominator_role
            when roles.part_role = 'numerator' then observations.numerator is not null
            when roles.part_role = 'count'
                then observations.source = 'primary' and registry.area_count_measures is not null
            when observations.source = 'tracking' then observations.basis = 'reported'
            when observations.source = 'primary'
                then registry.kind not in ('ratio', 'share_of_areas')
            else true
        end
)

select * from parts
