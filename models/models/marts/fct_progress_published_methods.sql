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
        progress.target_value,
        progress.n_points
    from methods
    inner join progress
        on methods.indicator_id = progress.indicator_id and methods.area_id = progress.area_id
),

explained as (
    select
        *,
        case
            when score is null and n_points = 0 then 'no_data'
            when score is null and target_value = baseline_value then 'already_there'
            when score is null then 'not_defined'
            when is_in_agreement then null
            when is_in_agreement is null then 'we_cannot_judge'
            when target_value is null then 'no_target'
            when method = 'fingertips_trend' then 'looks_at_trend_only'
            when method = 'un_escap_current_status' then 'looks_at_movement_only'
            when method = 'un_escap_anticipated_progress' then 'straight_line_goes_on'
            when abs(baseline_value) <= 0.01 * abs(target_value) then 'grows_from_zero'
            when abs(target_value - baseline_value) <= 0.01 * abs(target_value) then 'little_left'
            else 'compound_growth'
        end as reason
    from compared
),

worded as (
    select
        explained.indicator_id,
        explained.area_id,
        explained.method,
        case when explained.score = 0 then 0 else explained.score end as score,
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
