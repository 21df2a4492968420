{#-
Months in which a run of `points` (series_id, period_index, deviation) on one side of the center gets longer
than chance explains: ten months, and so many that a series as long and as persistent as this one has such
a run in one of ten cases. How persistent it is is measured around the levels of its long runs: otherwise a
lasting change would speak against itself. The chance that a month is on the side of the one before it
is 1/2 + asin(persistence) / pi (Sheppard 1899).
-#}
{% macro long_runs(points) %}
    with sided as (
        select
            *,
            sign(deviation) as side
        from {{ points }}
    ),

    runs as ({{ run_lengths('sided', 'side') }}),

    spells as (
        select
            *,
            case when side != 0 and run_length >= 10 then run else 0 end as spell
        from runs
    ),

    levels as (
        select
            series_id,
            spell,
            {{ stable_mean('deviation') }} as level
        from spells
        group by series_id, spell
    ),

    residuals as (
        select
            spells.series_id,
            spells.period_index,
            count(*) over (partition by spells.series_id) as span,
            {{ settled('spells.deviation - levels.level') }} as residual
        from spells
        inner join levels using (series_id, spell)
    ),

    persistences as ({{ persistence('residuals') }}),

    agreements as (
        select
            series_id,
            span as n,
            0.5 + asin(persistence) / pi() as agreement
        from persistences
    ),

    needed as (
        select
            series_id,
            greatest(
                10, 1 + ceil({{ settled('ln(0.1 / (n * (1 - agreement))) / ln(agreement)') }})
            ) as length
        from agreements
    )

    select runs.* exclude (run, length, run_length)
    from runs
    inner join needed using (series_id, length)
    where runs.side != 0
{% endmacro %}
