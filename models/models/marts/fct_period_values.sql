with spans as (
    select
        periods.*,
        previous.previous_year_value
    from {{ ref('int_period_values') }} as periods
    left join {{ ref('int_previous_values') }} as previous
        using (series_id, frequency, period_end)
),

labelled as (
    select
        indicator_id,
        area_id,
        frequency,
        concat(
            year(span_start),
            case frequency
                when 'quarter' then concat('-Q', quarter(span_start))
                when 'half' then case when month(span_start) = 1 then '-H1' else '-H2' end
            end
        ) as period_label,
        period_start,
        period_end,
        value,
        previous_year_value,
        value - previous_year_value as change_from_previous_year,
        numerator,
        denominator,
        method,
        series_frequency,
        n_periods,
        n_expected,
        is_complete,
        is_estimated,
        is_sample
    from spans
)

select * from labelled
order by indicator_id, area_id, period_label
