with deliveries as (
    select * from {{ ref('int_deliveries') }}
),

newest as (
    select * from {{ ref('int_series') }}
    where is_last
),

running as (
    select * from {{ ref('int_running_totals') }}
),

-- the same minimum of points as for any projection
minimums as (
    select
        frequency,
        min(from_points) as n_points
    from {{ ref('forecast_rules') }}
    where gives_chance
    group by frequency
),

gathered as (
    select
        series_id,
        any_value(frequency) as frequency,
        count(*) as n_figures,
        sum(n_periods) as n_periods,
        count_if(delivered > 0) as n_deliveries,
        list_sort(list(delivered) filter (where delivered > 0)) as sizes
    from deliveries
    group by series_id
),

-- the size that a delivery has by the plan, at the rhythm seen so far, of a year at most
planned as (
    select
        gathered.*,
        running.planned_per_year / {{ periods_per_year('gathered.frequency') }}
        * least(
            {{ periods_per_year('gathered.frequency') }},
            gathered.n_periods / greatest(gathered.n_deliveries, 1e-9)
        ) as planned_size
    from gathered
    inner join newest using (series_id)
    inner join running on newest.indicator_id = running.indicator_id
    inner join minimums on gathered.frequency = minimums.frequency
    where gathered.n_figures >= minimums.n_points
),

flows as (
    select
        series_id,
        n_deliveries + {{ prior('periods_with') }} as weight_with,
        n_periods - n_deliveries + {{ prior('periods_without') }} as weight_without,
        list_filter(
            list_append(coalesce(sizes, []), planned_size), lambda size: size > 0
        ) as sizes
    from planned
)

select * from flows
where len(sizes) > 0
