with progress as (
    select * from {{ ref('fct_progress') }}
),

methods as (
    {% for method in [
        growth_rate_ratio, un_statistics_division, un_escap_current_status,
        un_escap_anticipated_progress, fingertips_trend
    ] -%}
    select * from ({{ method() }})
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

compared as (
    select
        methods.*,
        progress.status as our_status,
        {{ points_to_verdict('methods.result') }} = {{ points_to_verdict('progress.status') }}
            as is_in_agreement,
        progress.baseline_value,
        progress.latest_value,
        progress.target_value,
        progress.target_cadence,
        progress.reason_code,
        progress.n_points
    from methods
    inner join progress
        on methods.indicator_id = progress.indicator_id and methods.area_id = progress.area_id
),

explained as (
    select
        *,
        {{ disagreement('compared') }} as reason
    from compared
),

worded as (
    select
        explained.indicator_id,
        explained.area_id,
        explained.method,
        case when explained.score = 0 then 0 else explained.score end as score,
        case when explained.scaled_score = 0 then 0 else explained.scaled_score end as scaled_score,
        explained.result,
        explained.our_status,
        explained.is_in_agreement,
        words.reason_vi,
        words.reason_en
    from explained
    left join {{ ref('method_reasons') }} as words on explained.reason = words.reason
)

select * from worded
order by indicator_id, area_id, method
