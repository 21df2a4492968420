with parts as (
    select * from {{ ref('int_apportioned_parts') }}
),

used as (
    select * from {{ ref('int_indicator_parts') }}
),

observations as (
    select * from {{ ref('int_indicator_values') }}
    where basis = 'crosswalk' and assumed_share > 0
),

registry as (
    select * from {{ ref('indicators') }}
),

incomplete as (
    select
        'former_area_missing' as rule_id,
        'warning' as severity,
        concat_ws(
            '|', parts.indicator_id, parts.source, parts.role, parts.area_id, parts.frequency,
            parts.period_start, parts.period_end
        ) as object,
        parts.indicator_id,
        parts.area_id,
        parts.period_end,
        concat(
            'chỉ có số liệu của ', parts.n_sources, ' trên ', parts.n_expected,
            ' phường cũ nên không quy đổi được về địa giới hiện nay'
        ) as statement_vi,
        concat(
            'only ', parts.n_sources, ' of ', parts.n_expected,
            ' former wards have a figure, so it cannot be carried over to the boundary of today'
        ) as statement_en
    from parts
    anti join used using (indicator_id, source, role, area_id, frequency, period_start, period_end)
    where
        parts.n_sources < parts.n_expected
        and parts.role in ('value', 'numerator', 'denominator')
),

assumed as (
    select
        'crosswalk_weights_assumed' as rule_id,
        'info' as severity,
        concat_ws('|', observations.indicator_id, observations.area_id) as object,
        observations.indicator_id,
        observations.area_id,
        max(observations.period_end) as period_end,
        concat(
            count(*), ' số liệu quy đổi từ phường cũ, tới ',
            {{ number_text('100 * max(observations.assumed_share)', 'vi') }},
            '% theo tỷ lệ chia giả định; cần danh sách tổ dân phố của phường'
        ) as statement_vi,
        concat(
            count(*), ' values carried over from former wards, up to ',
            {{ number_text('100 * max(observations.assumed_share)', 'en') }},
            '% of them by assumed weights; the list of neighbourhoods is needed'
        ) as statement_en
    from observations
    group by observations.indicator_id, observations.area_id
),

noted as (
    select * from incomplete
    union all
    select * from assumed
),

found as (
    select
        noted.*,
        registry.numerator_form as form,
        cast(null as varchar) as file_hash
    from noted
    inner join registry on noted.indicator_id = registry.indicator_id
)

select * from found
