with last_breaks as (
    {{ last_breaks() }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

seasons as (
    select * from {{ ref('int_path_seasons') }}
),

targets as (
    select * from {{ ref('int_target_points') }}
    where is_judged and cadence = 'by_date' and target_value is not null
),

-- what came before a break is not compared with what came after it
series as (
    select
        series.*,
        last_breaks.break_date
    from {{ ref('int_series') }} as series
    left join last_breaks using (series_id)
    where last_breaks.break_date is null or series.period_end >= last_breaks.break_date
),

compared as (
    select
        *,
        period_end < {{ programme_start() }} as is_before,
        value - lag(value) over (partition by series_id order by period_index) as change
    from series
),

nearest as (
    select *
    from compared
    qualify row_number() over (
        partition by series_id
        order by
            is_before desc,
            case when is_before then -period_index else period_index end
    ) = 1
),

started as (
    select
        nearest.*,
        registry.direction,
        registry.kind = 'cumulative_since'
        and coalesce(nearest.break_date <= registry.counted_since, true) as is_from_zero,
        registry.counted_since
    from nearest
    inner join registry on nearest.indicator_id = registry.indicator_id
),

baselines as (
    select
        series_id,
        indicator_id,
        area_id,
        frequency,
        direction,
        break_date,
        case when is_from_zero then counted_since - 1 else period_end end as baseline_date,
        case when is_from_zero then 0 else value end as baseline_value
    from started
),

followed as (
    select
        series.series_id,
        series.frequency,
        series.period_index,
        series.period_end,
        abs(series.value - targets.target_value) as excess,
        {{ is_met(
            'series.value', 'targets.operator', 'targets.target_value', 'baselines.direction'
        ) }} as is_met
    from series
    inner join baselines using (series_id)
    inner join targets on baselines.indicator_id = targets.indicator_id
    where series.period_end >= baselines.baseline_date
),

-- periods on end that met it, and that did not
placed as (
    select
        *,
        period_index - row_number() over (
            partition by series_id, is_met order by period_index
        ) as run,
        max(period_index) over (partition by series_id) as last_index,
        count(*) over (partition by series_id) as n_all,
        count(*) over (partition by series_id, is_met) as n_alike
    from followed
),

mean_changes as (
    select
        series_id,
        {{ stable_mean('change') }} as mean_change
    from compared
    group by series_id
),

-- the distance of changes from their mean, so that a steady climb counts as no wavering
usual_changes as (
    select
        series_id,
        {{ stable_mean('abs(compared.change - mean_changes.mean_change)') }} as usual_change
    from compared
    inner join mean_changes using (series_id)
    where compared.change is not null
    group by series_id
    having count(*) >= 4
),

runs as (
    select
        placed.series_id,
        placed.is_met,
        min(placed.period_end) as first_end,
        max(placed.period_index) = any_value(placed.last_index) as is_last,
        any_value(placed.frequency) as frequency,
        count(*) as n_periods,
        {{ stable_mean('placed.excess') }} as mean_excess,
        any_value(coalesce(usual_changes.usual_change, 0)) as noise,
        any_value(case placed.frequency when 'month' then 6 when 'quarter' then 3 else 2 end)
            as n_enough,
        -- how many runs as long as this the other periods would bring by chance
        any_value(placed.n_all) * power(
            (any_value(placed.n_alike) - count(*))
            / greatest(1, any_value(placed.n_all) - count(*)),
            count(*)
        ) as n_by_chance
    from placed
    left join usual_changes using (series_id)
    group by placed.series_id, placed.is_met, placed.run
),

-- half a year of it and not by chance, or two periods beyond the noise
judged_runs as (
    select
        *,
        (n_periods >= n_enough and n_by_chance <= 0.01)
        or (n_periods >= 2 and mean_excess * sqrt(n_periods) >= 2 * noise) as is_lasting,
        noise > 0 and mean_excess >= 3 * noise as is_far_beyond
    from runs
),

-- reached and not only touched: lasting, or once far beyond it; lost when it lasts to this day,
-- and of yearly figures, where one is a whole year, when the last is far from it
reached as (
    select
        series_id,
        min(first_end) filter (where is_met) as reached_date,
        coalesce(bool_or(is_lasting or is_far_beyond) filter (where is_met), false)
            as is_reached_firmly,
        coalesce(
            bool_or(is_lasting or (frequency = 'year' and is_far_beyond))
            filter (where is_last and not is_met),
            false
        ) as is_lost_firmly
    from judged_runs
    group by series_id
)

select
    baselines.* exclude (direction),
    {{ level_of('baselines.baseline_value', 'seasons') }} as baseline_level,
    reached.reached_date,
    coalesce(reached.is_reached_firmly, false) as is_reached_firmly,
    coalesce(reached.is_lost_firmly, false) as is_lost_firmly,
    usual_changes.usual_change
from baselines
left join reached using (series_id)
left join usual_changes using (series_id)
left join seasons
    on {{ is_season_of('baselines', 'baselines.baseline_date', 'baselines.frequency') }}
