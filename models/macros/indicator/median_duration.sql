{#- Kind median_duration: the median of the days of the records that were decided in the period. -#}
{% macro median_duration() %}
    select
        records.indicator_id,
        'primary' as source,
        records.area_id,
        records.frequency,
        cast(date_trunc(records.frequency, records.period_end) as date) as period_start,
        records.period_end,
        cast(quantile_cont(records.value, 0.5) as double) as value,
        max(records.received_at) as received_at,
        bool_or(records.is_sample) as is_sample,
        false as is_approximate,
        'computed' as basis
    from {{ ref('int_record_cells') }} as records
    inner join {{ ref('stg_programme__indicators') }} as registry
        on
            records.indicator_id = registry.indicator_id
            and registry.kind = 'median_duration'
    where
        records.value is not null
        and records.happened_on >= date_trunc(records.frequency, records.period_end)
        and records.happened_on <= records.period_end
    group by all
{% endmacro %}
