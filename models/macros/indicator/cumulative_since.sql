{#-
Kind cumulative_since: what has come about since a date. Records are summed as they stand, each once;
flows of a form run up from the first period that starts on or after the date.
-#}
{% macro cumulative_since() %}
    select
        {{ part_columns() }},
        case
            when records.form is not null then parts.value
            else cast(sum(cast(parts.value as decimal(38, 6))) over (
                partition by parts.indicator_id, parts.area_id, parts.frequency
                order by parts.period_end
            ) as double)
        end as value,
        'computed' as basis
    from {{ parts_of('cumulative_since', 'value') }}
    left join (select distinct form from {{ ref('int_record_cells') }}) as records
        on registry.numerator_form = records.form
    where parts.period_start >= registry.counted_since
{% endmacro %}
