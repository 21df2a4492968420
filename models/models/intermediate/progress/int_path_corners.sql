with baselines as (
    select * from {{ ref('int_baselines') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

seasons as (
    select * from {{ ref('int_path_seasons') }}
),

dated as (
    select * from {{ ref('int_target_points') }}
    where target_value is not null and cadence = 'by_date'
),

-- targets without the season of their month: what their level has to be
targets as (
    select
        baselines.series_id,
        dated.*,
        {{ level_of('dated.target_value', 'seasons') }} as target_level
    from baselines
    inner join dated on baselines.indicator_id = dated.indicator_id
    left join seasons
        on {{ is_season_of('baselines', 'dated.due_date', 'baselines.frequency') }}
),

-- nobody is behind a plan that did not exist; who is already there is asked to stay
starts as (
    select
        baselines.series_id,
        baselines.indicator_id,
        baselines.area_id,
        baselines.frequency,
        greatest(baselines.baseline_date, {{ programme_start() }} - 1) as corner_date,
        case
            when
                {{ is_met(
                    'baselines.baseline_level', 'targets.operator', 'targets.target_level',
                    'registry.direction'
                ) }}
                then targets.target_level
            else baselines.baseline_level
        end as corner_level,
        'start' as kind
    from baselines
    inner join targets using (series_id)
    inner join registry on baselines.indicator_id = registry.indicator_id
    qualify row_number() over (
        partition by baselines.series_id
        order by targets.due_date <= corner_date, targets.due_date
    ) = 1
),

later as (
    select
        starts.* replace (
            targets.due_date as corner_date,
            targets.target_level as corner_level,
            case when targets.is_final then 'target' else 'milestone' end as kind
        )
    from starts
    inner join targets using (series_id)
    where starts.corner_date < targets.due_date
),

corners as (
    select * from starts
    union all by name
    select * from later
)

select
    corners.series_id,
    corners.indicator_id,
    corners.area_id,
    corners.corner_date,
    corners.corner_level,
    {{ in_season('corners.corner_level', 'seasons') }} as corner_value,
    corners.kind
from corners
left join seasons
    on {{ is_season_of('corners', 'corners.corner_date', 'corners.frequency') }}
