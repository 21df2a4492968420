with series as (
    select * from {{ ref('int_series') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

targets as (
    select * from {{ ref('int_target_points') }}
    where is_judged and cadence = 'yearly'
),

years as (
    select * from {{ ref('int_period_values') }}
    where frequency = 'year' and is_newest
),

duties as (
    select
        years.series_id,
        years.series_frequency as frequency,
        cast(year(years.span_start) as integer) as duty_year,
        make_date(year(years.span_start), 12, 31) as duty_due,
        years.period_end as latest_period_end,
        years.value as year_value,
        targets.operator,
        targets.target_value,
        registry.direction,
        registry.temporal_aggregation = 'sum' as is_summed,
        {{ duty_kind('targets', 'registry') }} as duty_kind
    from years
    inner join targets on years.indicator_id = targets.indicator_id
    inner join registry on years.indicator_id = registry.indicator_id
),

-- the periods that have ended and whose figures are no longer on their way; the newest figure says
-- how they end
steps as (
    select
        duties.*,
        unnest(range(-12, 25)) as step
    from duties
),

expected as (
    select
        *,
        {{ period_end_after('latest_period_end', 'frequency', 'step') }} as period_end
    from steps
),

due_periods as (
    select
        expected.*,
        expected.period_end <= expected.latest_period_end
        or {{ as_of() }} - expected.period_end
        >= {{ pending_days('expected.frequency') }} as is_owed
    from expected
    where
        year(expected.period_end) >= expected.duty_year
        and expected.period_end <= greatest(expected.latest_period_end, {{ as_of() }})
),

looked_up as (
    select
        due_periods.*,
        year(due_periods.period_end) = due_periods.duty_year as is_of_year,
        series.value,
        series.value is not null
        and not {{ is_met(
            'series.value', 'due_periods.operator', 'due_periods.target_value',
            'due_periods.direction'
        ) }} as is_broken
    from due_periods
    left join series
        on
            due_periods.series_id = series.series_id
            and {{ period_index('due_periods.period_end', 'due_periods.frequency') }}
            = series.period_index
),

counted as (
    select
        series_id,
        any_value(duty_kind) as duty_kind,
        any_value(duty_year) as duty_year,
        any_value(duty_due) as duty_due,
        any_value(year_value) as year_value,
        any_value(operator) as operator,
        any_value(target_value) as target_value,
        any_value(direction) as direction,
        cast(count_if(is_of_year and value is not null) as integer) as n_known,
        cast(count_if(value is null and is_owed) as integer) as n_missing,
        cast(count_if(is_of_year and value is null and is_owed) as integer) as n_missing_of_year,
        cast(count_if(is_of_year and is_broken) as integer) as n_broken,
        max(period_end) filter (where is_of_year and is_broken) as broken_period_end,
        max_by(value, period_end) filter (where is_of_year and is_broken) as broken_value,
        string_agg(cast(period_end as varchar), ',' order by period_end)
        filter (where value is null and is_owed) as missing_period_ends,
        any_value(frequency) as frequency,
        any_value(is_summed) as is_summed,
        cast(any_value({{ periods_per_year('frequency') }}) as integer) as n_expected,
        max(latest_period_end) as latest_period_end
    from looked_up
    group by series_id
),

judged as (
    select
        *,
        {{ is_met('year_value', 'operator', 'target_value', 'direction') }} as is_year_met,
        n_known = n_expected as is_year_known,
        year({{ period_end_after('latest_period_end', 'frequency', '1') }}) > duty_year
            as has_year_end
    from counted
)

select
    * exclude (operator, target_value, direction, frequency),
    latest_period_end <= {{ as_of() }} and (
        has_year_end or {{ as_of() }} - duty_due >= {{ pending_days('frequency') }}
    ) as is_year_over,
    -- a stock is decided by its last period alone, a sum by all of them
    case when is_summed then n_missing_of_year > 0 else not has_year_end end as is_total_open,
    case duty_kind
        when 'hold' then n_broken > 0
        when 'total_zero' then not is_year_met
        else false
    end as is_broken
from judged
