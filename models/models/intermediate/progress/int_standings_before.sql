with since as (
    select * from {{ ref('int_changes_since') }}
),

reported as (
    select
        figures.indicator_id,
        figures.area_id,
        figures.latest_period_end as period_end,
        figures.latest_value as value,
        figures.status
    from {{ ref('stg_landed__report_figures') }} as figures
    inner join since on figures.report_id = since.report_id
),

wards as (
    select area_id from {{ ref('stg_programme__areas') }}
    where level = 'ward' and valid_to is null
),

duties as (
    select indicator_id from {{ ref('int_target_points') }}
    where is_judged and cadence = 'yearly'
),

known as (
    select
        series.*,
        registry.scale,
        case when duties.indicator_id is null then 'last' else registry.temporal_aggregation end
            as method,
        max(series.period_end) over of_series as newest_end
    from {{ ref('int_series') }} as series
    inner join wards on series.area_id = wards.area_id
    inner join {{ ref('stg_programme__indicators') }} as registry
        on series.indicator_id = registry.indicator_id
    left join duties on series.indicator_id = duties.indicator_id
    inner join since
        on
            series.period_end <= since.since_date
            or cast(series.received_at as date) <= since.since_date
    where since.since_kind = 'quarter_end'
    window of_series as (partition by series.series_id)
),

-- without a report nobody has told a status; a yearly duty is judged by its year so far
at_quarter_end as (
    select
        indicator_id,
        area_id,
        newest_end as period_end,
        coalesce(
            case any_value(method)
                when 'sum' then {{ stable_sum('value') }}
                when 'recompute'
                    then
                        any_value(scale) * {{ stable_sum('numerator') }}
                        / {{ stable_sum('denominator') }}
            end,
            max_by(value, period_end)
        ) as value,
        cast(null as varchar) as status
    from known
    where year(period_end) = year(newest_end)
    group by indicator_id, area_id, newest_end
),

standings as (
    select * from reported
    union all
    select * from at_quarter_end
)

select * from standings
