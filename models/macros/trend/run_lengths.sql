{#-
Runs of months in which `column` has the same value, a missing month begins a new one: `run` tells them
apart, `length` is how many months it has lasted up to each, `run_length` how many in all.
-#}
{% macro run_lengths(points, column) %}
    with marked as (
        select
            *,
            case
                when
                    {{ column }} = lag({{ column }}) over along
                    and period_index = 1 + lag(period_index) over along
                    then 0
                else 1
            end as is_start
        from {{ points }}
        window along as (partition by series_id order by period_index)
    ),

    runs as (
        select
            *,
            sum(is_start) over (partition by series_id order by period_index) as run
        from marked
    )

    select
        * exclude (is_start),
        row_number() over (partition by series_id, run order by period_index) as length,
        count(*) over (partition by series_id, run) as run_length
    from runs
{% endmacro %}
