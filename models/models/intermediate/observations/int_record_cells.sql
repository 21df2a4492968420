with inputs as (
    select * from {{ ref('int_indicator_inputs') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

files as (
    select * from {{ ref('int_files_received') }}
),

records as (
    {{ records_of_lists('inputs') }}
),

report_dates as (
    select distinct
        form,
        report_date as period_end
    from records
),

standing as (
    select
        report_dates.period_end,
        records.* exclude (record_id),
        md5(records.record_id) as record_key,
        files.file_name,
        files.received_at,
        files.is_sample
    from report_dates
    inner join records
        on
            report_dates.form = records.form
            and report_dates.period_end >= records.report_date
    inner join files on records.file_hash = files.file_hash
    qualify row_number() over (
        partition by records.form, records.record_id, report_dates.period_end
        order by
            records.report_date desc, files.recency desc, records.sheet desc,
            records.row_number desc
    ) = 1
),

facts as (
    select
        * exclude (facts),
        unnest(facts, recursive := true)
    from standing
),

counted as (
    select
        inputs.indicator_id,
        inputs.role,
        facts.form,
        facts.measure,
        inputs.sign,
        facts.area_id,
        registry.frequency,
        facts.period_end,
        facts.record_key,
        case
            when facts.happened_on > facts.period_end then 0
            when registry.counted_since is null then facts.value
            when facts.happened_on >= registry.counted_since then facts.value
            else 0
        end as value,
        facts.happened_on,
        facts.file_hash,
        facts.file_name,
        facts.received_at,
        facts.is_sample,
        facts.sheet,
        facts.row_number
    from facts
    inner join inputs on facts.form = inputs.form and facts.measure = inputs.measure
    inner join registry on inputs.indicator_id = registry.indicator_id
    where registry.counted_since is null or facts.period_end >= registry.counted_since
)

select * from counted
