{#-
Published method: trend of the last five points of a proportion by the chi-square of its slope, above 9.5495
(p = 0.002) and of the same sign with any one point left out (Fingertips, English public health). Cannot be
calculated with fewer points, gaps, or where every count equals its denominator.
-#}
{% macro fingertips_trend() %}
    with points as (
        select
            *,
            max(period_index) over (partition by indicator_id, area_id) - period_index as age
        from {{ ref('int_series') }}
        where numerator is not null and denominator > 0 and numerator <= denominator
    ),

    fits as (
        select
            points.indicator_id,
            points.area_id,
            dropped.age as dropped_age,
            count(*) as n_points,
            {{ stable_sum('points.numerator') }} as x,
            {{ stable_sum('points.denominator') }} as n,
            {{ stable_sum('-points.age * points.numerator') }} as tx,
            {{ stable_sum('-points.age * points.denominator') }} as tn,
            {{ stable_sum('points.age * points.age * points.denominator') }} as ttn
        from points
        cross join (values (-1), (0), (1), (2), (3), (4)) as dropped (age)
        where points.age < 5 and points.age != dropped.age
        group by points.indicator_id, points.area_id, dropped.age
    ),

    slopes as (
        select
            *,
            {{ settled('tx - x * tn / n') }} as slope,
            {{ settled('power(tx - x * tn / n, 2) / nullif(x / n * (1 - x / n) * (ttn - tn * tn / n), 0)') }}
                as chi_square
        from fits
    ),

    agreed as (
        select
            indicator_id,
            area_id,
            max(case when dropped_age = -1 and n_points = 5 then chi_square end) as score,
            max(case when dropped_age = -1 then sign(slope) end) as sign,
            min(sign(slope)) = max(sign(slope)) as is_same_sign
        from slopes
        group by indicator_id, area_id
    )

    select
        facts.indicator_id,
        facts.area_id,
        'fingertips_trend' as method,
        agreed.score,
        case
            when agreed.score is null then 'cannot_be_calculated'
            when agreed.score <= 9.5495 or not agreed.is_same_sign then 'no_significant_change'
            when agreed.sign * {{ better('facts.direction') }} > 0
                then 'improving'
            else 'worsening'
        end as result
    from {{ ref('int_progress_facts') }} as facts
    left join agreed
        on facts.indicator_id = agreed.indicator_id and facts.area_id = agreed.area_id
{% endmacro %}
