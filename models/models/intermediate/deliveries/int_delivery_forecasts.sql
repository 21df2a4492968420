with newest as (
    select * from {{ ref('int_series') }}
    where is_last
),

running as (
    select * from {{ ref('int_running_totals') }}
),

flows as (
    select * from {{ ref('int_delivery_flows') }}
),

project_futures as (
    select * from {{ ref('int_project_futures') }}
),

methods as (
    select * from {{ ref('forecast_methods') }}
),

targets as (
    select * from {{ ref('int_target_points') }}
),

futures as (
    select unnest(range(1, cast({{ prior('futures') }} as integer) + 1)) as future
),

horizons as (
    select
        newest.series_id,
        newest.indicator_id,
        newest.frequency,
        newest.period_end,
        newest.value as total_now,
        running.direction,
        running.half_unit,
        running.upper_bound,
        cast({{ steps_to_programme_end('newest.period_end', 'newest.frequency') }} as integer)
            as horizon
    from newest
    inner join running on newest.indicator_id = running.indicator_id
),

steps as (
    select
        *,
        unnest(range(1, horizon + 1)) as step
    from horizons
),

ends as (
    select
        *,
        {{ period_end_after('period_end', 'frequency', 'step') }} as step_end
    from steps
),

-- a period is asked for the target that is due next after its end
asked as (
    select
        ends.*,
        targets.operator,
        targets.target_value
    from ends
    left join targets
        on ends.indicator_id = targets.indicator_id and ends.step_end <= targets.due_date
    qualify row_number() over (
        partition by ends.series_id, ends.step order by targets.due_date
    ) = 1
),

-- the pipeline: the units left of each project on the day that it comes in each future
project_totals as (
    select
        ends.series_id,
        ends.step,
        project_futures.future,
        'pipeline' as method,
        {{ stable_sum(
            'case when project_futures.comes_on <= ends.step_end'
            ~ ' then project_futures.units_left else 0 end'
        ) }} as added
    from ends
    inner join project_futures using (series_id)
    group by ends.series_id, ends.step, project_futures.future
),

-- how often a period brings something is itself not known: a draw of its beta distribution
rates as (
    select
        flows.*,
        futures.future,
        {{ chance_draw(['futures.future', "'with'"]) }} as draw_with,
        {{ chance_draw(['futures.future', "'without'"]) }} as draw_without,
        {{ gamma_draw('flows.weight_with', 'draw_with') }} as gamma_with,
        {{ gamma_draw('flows.weight_without', 'draw_without') }} as gamma_without
    from flows
    cross join futures
    where flows.series_id not in (select series_id from project_futures)
),

drawn as (
    select
        steps.series_id,
        steps.step,
        rates.future,
        rates.sizes,
        rates.gamma_with / (rates.gamma_with + rates.gamma_without) as rate,
        {{ chance_draw(['rates.future', 'steps.step', "'comes'"]) }} as comes_draw,
        {{ chance_draw(['rates.future', 'steps.step', "'size'"]) }} as size_draw,
        {{ chance_draw(['rates.future', 'steps.step', "'share'"]) }} as share_draw
    from steps
    inner join rates using (series_id)
),

-- one of the sizes, somewhat smaller or larger
flow_steps as (
    select
        series_id,
        step,
        future,
        case
            when comes_draw < rate
                then
                    sizes[1 + cast(floor(size_draw * len(sizes)) as integer)] * (
                        {{ prior('smallest_share') }}
                        + ({{ prior('largest_share') }} - {{ prior('smallest_share') }})
                        * share_draw
                    )
            else 0
        end as delivered
    from drawn
),

flow_totals as (
    select
        series_id,
        step,
        future,
        'deliveries' as method,
        cast(sum(cast(delivered as decimal(38, 6))) over (
            partition by series_id, future order by step
        ) as double) as added
    from flow_steps
),

totals as (
    select * from project_totals
    union all
    select * from flow_totals
),

bounded as (
    select
        asked.*,
        totals.method,
        {{ clamp('asked.total_now + totals.added', 'asked.total_now', 'asked.upper_bound') }}
            as total,
        {{ decisive_value(
            'asked.operator', 'asked.target_value', 'asked.half_unit', 'asked.direction'
        ) }} as decisive_value
    from asked
    inner join totals using (series_id, step)
),

judged as (
    select
        *,
        case
            when operator = 'le' or (operator = 'eq' and direction = 'down')
                then total <= decisive_value
            else total >= decisive_value
        end as is_met,
        -- what only grows has met for good what it has reached
        coalesce(
            total_now >= decisive_value
            and (operator in ('ge', 'gt') or (operator = 'eq' and direction != 'down')),
            false
        ) as is_reached
    from bounded
),

spread_out as (
    select
        series_id,
        step,
        method,
        any_value(frequency) as frequency,
        any_value(upper_bound) as upper_bound,
        any_value(total_now) as floor,
        {{ settled('quantile_cont(total, 0.5)') }} as value,
        {{ settled('quantile_cont(total, 0.1)') }} as lower_80,
        {{ settled('quantile_cont(total, 0.9)') }} as upper_80,
        {{ settled('quantile_cont(total, 0.025)') }} as lower_95,
        {{ settled('quantile_cont(total, 0.975)') }} as upper_95,
        case
            when any_value(target_value) is null then null
            when any_value(is_reached) then 1
            else {{ clamp('count_if(is_met) / count(*)', '0.005', '0.995') }}
        end as probability_met
    from judged
    group by series_id, step, method
),

forecasts as (
    select
        spread_out.* replace (methods.title_en as method),
        methods.title_vi as method_vi
    from spread_out
    inner join methods on spread_out.method = methods.method
)

select * from forecasts
