{#-
How much of each value of `points` (series_id, period_index, residual, span) the next one keeps, per series:
the rank autocorrelation of neighbouring periods (Wald and Wolfowitz 1943; Hamed and Rao 1998), by which an
outlier counts no more than any other value. What few points around a fitted line show of it is too low (Marriott
and Pope 1954): it is raised by as much as `npm run bench -- trends` needs, so that what cannot be told is taken
for persistent. From 0, nothing, to 0.98; beside it `span`, over how many periods in a row the residuals are
summed: the fewer, the less it must be raised.
-#}
{% macro persistence(points) %}
    with lengths as (
        select
            series_id,
            count(*) as n
        from {{ points }}
        group by series_id
    ),

    counted as (
        select
            points.*,
            lengths.n
        from {{ points }} as points
        inner join lengths using (series_id)
    ),

    -- the middle of the ranks that equal values share, from the middle of all
    placed as (
        select
            series_id,
            period_index,
            span,
            (rank() over by_size + count(*) over by_size - 1 - n) / 2.0 as place
        from counted
        window by_size as (partition by series_id order by residual)
    ),

    neighbours as (
        select
            earlier.series_id,
            earlier.span,
            earlier.place,
            earlier.place * later.place as product
        from placed as earlier
        left join placed as later
            on earlier.series_id = later.series_id and earlier.period_index + 1 = later.period_index
    ),

    correlations as (
        select
            series_id,
            max(span) as span,
            count(*) as n,
            coalesce(avg(product) / nullif(avg(place * place), 0), 0) * (count(*) - 1) / count(*)
                as correlation
        from neighbours
        group by series_id
    )

    select
        series_id,
        span,
        {{ settled(clamp(
            '(n * correlation + least(4, 0.4 * n, span / 2.0)) / greatest(n - 7, 3)', '0', '0.98'
        )) }} as persistence
    from correlations
{% endmacro %}
