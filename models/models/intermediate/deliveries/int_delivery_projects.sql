with running as (
    select * from {{ ref('int_running_totals') }}
),

inputs as (
    select
        numerator_form as form,
        *
    from running
    where numerator_form is not null
),

files as (
    select * from {{ ref('int_files_received') }}
),

stages as (
    select * from {{ ref('delivery_stages') }}
),

records as (
    {{ records_of_lists() }}
),

told as (
    select
        inputs.indicator_id,
        records.area_id,
        records.record_id,
        records.report_date,
        records.title,
        records.stage as written_stage,
        files.recency,
        records.sheet,
        records.row_number,
        unnest(records.facts, recursive := true)
    from records
    inner join files on records.file_hash = files.file_hash
    inner join inputs on records.form = inputs.form
),

-- what each list says of each project; of a list that came twice, the newest
by_list as (
    select told.*
    from told
    inner join inputs
        on told.indicator_id = inputs.indicator_id and told.measure = inputs.numerator_measures
    where told.planned_value is not null and told.report_date <= {{ as_of() }}
    qualify row_number() over (
        partition by told.indicator_id, told.record_id, told.report_date
        order by told.recency desc, told.sheet desc, told.row_number desc
    ) = 1
),

dated as (
    select
        *,
        coalesce(value, 0) >= planned_value as is_delivered,
        max(report_date) over (partition by indicator_id) as list_date,
        first_value(planned_on) over (
            partition by indicator_id, record_id order by planned_on is null, report_date
        ) as first_planned_on
    from by_list
),

staged as (
    select
        dated.*,
        coalesce(stages.stage, 'unknown') as stage
    from dated
    left join stages
        on len(list_filter(
            string_split(stages.words, '|'),
            lambda word: contains(lower(dated.written_stage), word)
        )) > 0
    where dated.report_date = dated.list_date
    qualify row_number() over (
        partition by dated.indicator_id, dated.record_id order by stages.sort_order
    ) = 1
),

-- months from the day that was planned first to the one it came, or to which it has moved by now
projects as (
    select
        {{ series_key('indicator_id', 'area_id') }} as series_id,
        indicator_id,
        area_id,
        md5(record_id) as project_key,
        title,
        stage,
        planned_value as total_units,
        coalesce(value, 0) as delivered_units,
        greatest(0, planned_value - coalesce(value, 0)) as units_left,
        case when coalesce(value, 0) > 0 then happened_on end as delivered_on,
        planned_on,
        first_planned_on,
        list_date,
        case
            when is_delivered
                then {{ settled("date_diff('day', first_planned_on, happened_on) / 30.4375") }}
            when planned_on > first_planned_on or planned_on < list_date
                then {{ settled(
                    "date_diff('day', first_planned_on, greatest(planned_on, list_date)) / 30.4375"
                ) }}
        end as months_late,
        planned_on is not null as has_plan
    from staged
)

select * from projects
