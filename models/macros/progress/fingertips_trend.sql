{#-
Published method: trend of the last five points of a proportion by the chi-square of its slope, above 9.5495
(p = 0.002) and of the same sign with any one point left out (Fingertips, English public health). Cannot be
calculated with fewer points, gaps, a break among them, or where every count equals its denominator.
-#}
{% macro fingertips_trend() %}
    with points as (
        select
            series.*,
            max(series.period_index) over (partition by series.series_id)
            - series.period_index as age
        from {{ ref('int_series') }} as series
        semi join {{ ref('int_trend_points') }} as since_break using (series_id, period_index)
        where
            series.numerator is not null
            and series.denominator > 0
            and series.numerator <= series.denominator
    ),

    fits as (
        select
            points.series_id,
            dropped.age as dropped_age,
            count(*) as n_points,
            {{ sum_in_order('points.numerator') }} as x,
            {{ sum_in_order('points.denominator') }} as n,
            {{ sum_in_order('-points.age * points.numerator') }} as tx,
            {{ sum_in_order('-points.age * points.denominator') }} as tn,
            {{ sum_in_order('points.age * points.age * points.denominator') }} as ttn
        from points
        cross join (values (-1), (0), (1), (2), (3), (4)) as dropped (age)
        where points.age < 5 and points.age != dropped.age
        group by points.series_id, dropped.age
    ),

    slopes as (
        select
            *,
            sign({{ settled('tx - x * tn / n') }}) as slope_sign,
            power(tx - x * tn / n, 2) / nullif(x / n * (1 - x / n) * (ttn - tn * tn / n), 0)
                as chi_square
        from fits
    ),

    agreed as (
        select
            series_id,
            max(case when dropped_age = -1 and n_points = 5 then chi_square end) as score,
            max(case when dropped_age = -1 then slope_sign end) as slope_sign,
            min(slope_sign) = max(slope_sign) as is_same_sign
        from slopes
        group by series_id
    )

    select
        facts.indicator_id,
        facts.area_id,
        'fingertips_trend' as method,
        agreed.score,
        cast(null as double) as scaled_score,
        case
            when agreed.score is null then 'cannot_be_calculated'
            when {{ settled('agreed.score') }} <= 9.5495 or not agreed.is_same_sign
                then 'no_significant_change'
            when agreed.slope_sign * {{ better('facts.direction') }} > 0 then 'improving'
            else 'worsening'
        end as result
    from {{ ref('int_progress_facts') }} as facts
    left join agreed using (series_id)
{% endmacro %}
