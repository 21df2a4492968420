{#-
Months of `points` (series_id, period_index, value: events of the month, seldom one) at which the time
between events is not what chance gives with so many events in all (t chart, Nelson 1994). Heading 1: three
events or more within a year in so short a time that it lies three standard deviations below what they usually
take (the time of c events has a gamma distribution; Wilson and Hilferty 1931). Heading -1: the month in which
none have come for 5.5 times the usual time, which chance gives once in 250 times.
-#}
{% macro time_between_events(points) %}
    with rated as (
        select
            *,
            row_number() over (partition by series_id order by period_index) as month,
            avg(value) over (partition by series_id) as rate
        from {{ points }}
    ),

    counted as (
        select
            *,
            sum(value) over so_far as n_events,
            month - coalesce(max(case when value > 0 then month end) over so_far, 0) as n_silent
        from rated
        window so_far as (
            partition by series_id order by period_index
            rows between unbounded preceding and current row
        )
    ),

    spans as (
        select
            later.series_id,
            later.period_index,
            later.rate * (later.month - earlier.month + 1) as usual,
            later.n_events - earlier.n_events + earlier.value as c
        from counted as later
        inner join counted as earlier
            on
                later.series_id = earlier.series_id
                and later.month - earlier.month between 0 and 11
        where later.value > 0 and earlier.value > 0
    ),

    crowded as (
        select distinct
            series_id,
            period_index,
            1 as heading
        from spans
        where
            c >= 3
            and {{ settled('3 * sqrt(c) * (power(usual / c, 1 / 3.0) - 1 + 1 / (9 * c))') }} < -3
    ),

    headings as (
        select * from crowded
        union all by name
        select
            series_id,
            period_index,
            -1 as heading
        from counted
        where rate > 0 and n_silent = ceil({{ settled('5.5 / nullif(rate, 0)') }})
    )

    select
        points.*,
        headings.heading
    from {{ points }} as points
    inner join headings using (series_id, period_index)
{% endmacro %}
