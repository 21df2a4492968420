{#-
How much of each value of `points` (series_id, period_index, residual, span) the next one keeps, per series:
the rank autocorrelation of neighbouring periods (Wald and Wolfowitz 1943; Hamed and Rao 1998), by which an
outlier counts no more than any other value. What few points around a fitted line show of it is too low (Marriott
and Pope 1954): it is raised by as much as `npm run bench -- trends` needs, so that what cannot be told is taken
for persistent. From 0, nothing, to 0.98; beside it `span`, over how many periods in a row the residuals are
summed: the fewer, the less it must be raised.
-#}
{% macro persistence(points) %}
    with placed as (
        select
            series_id,
            period_index,
            span,
            rank() over (partition by series_id order by residual)
            + (count(*) over (partition by series_id, residual) - 1) / 2.0
            - (count(*) over (partition by series_id) + 1) / 2.0 as place
        from {{ points }}
    ),

    neighbours as (
        select
            series_id,
            span,
            place,
            case
                when lead(period_index) over along = period_index + 1
                    then place * lead(place) over along
            end as product
        from placed
        window along as (partition by series_id order by period_index)
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
