-- Longer than most: six rules on the same observations, each with its two sentences.
with observations as (
    select * from {{ ref('int_indicator_values') }}
),

parts as (
    select * from {{ ref('int_indicator_parts') }}
),

registry as (
    select * from {{ ref('indicators') }}
),

areas as (
    select * from {{ ref('areas') }}
),

children as (
    select
        parent_area_id,
        count(*) as n_areas
    from areas
    where level = 'neighbourhood'
    group by parent_area_id
),

ward_observations as (
    select observations.*
    from observations
    inner join areas on observations.area_id = areas.area_id and areas.level = 'ward'
),

other_date as (
    select
        'denominator_of_other_date' as rule_id,
        'info' as severity,
        *,
        concat('mẫu số lấy tại ngày ', {{ date_text('denominator_period_end', 'vi') }})
            as statement_vi,
        concat('the denominator is of ', {{ date_text('denominator_period_end', 'en') }})
            as statement_en
    from ward_observations
    where denominator_period_end != period_end
),

fallback as (
    select
        'denominator_fallback' as rule_id,
        'info' as severity,
        *,
        'thiếu mẫu số theo định nghĩa, dùng số ghi trong chính biểu' as statement_vi,
        'the denominator of the definition is missing; the figure of the form itself is used'
            as statement_en
    from ward_observations
    where denominator_role = 'fallback'
),

missing_areas as (
    select
        'areas_not_assessed' as rule_id,
        'info' as severity,
        ward_observations.*,
        concat(
            'chỉ đánh giá được ',
            {{ number_text('denominator', 'vi') }},
            ' trên ',
            children.n_areas,
            ' tổ dân phố'
        ) as statement_vi,
        concat(
            'only ', {{ number_text('denominator', 'en') }}, ' of ', children.n_areas,
            ' neighbourhoods could be assessed'
        ) as statement_en
    from ward_observations
    inner join registry
        on
            ward_observations.indicator_id = registry.indicator_id
            and registry.kind = 'share_of_areas'
    inner join children
        on ward_observations.area_id = children.parent_area_id
    where ward_observations.source = 'primary' and ward_observations.denominator < children.n_areas
),

out_of_bounds as (
    select
        'value_out_of_bounds' as rule_id,
        'warning' as severity,
        observations.*,
        concat(
            'giá trị ', {{ number_text('value', 'vi') }}, ' nằm ngoài khoảng cho phép, từ ',
            {{ number_text('registry.lower_bound', 'vi') }}, ' đến ',
            coalesce({{ number_text('registry.upper_bound', 'vi') }}, 'không giới hạn')
        ) as statement_vi,
        concat(
            'the value ', {{ number_text('value', 'en') }}, ' is outside its bounds, ',
            {{ number_text('registry.lower_bound', 'en') }}, ' to ',
            coalesce({{ number_text('registry.upper_bound', 'en') }}, 'no limit')
        ) as statement_en
    from observations
    inner join registry on observations.indicator_id = registry.indicator_id
    where
        observations.source != 'reference'
        and (
            {{ settled('observations.value') }} < registry.lower_bound
            or {{ settled('observations.value') }} > registry.upper_bound
        )
),

no_denominator as (
    select
        'no_denominator' as rule_id,
        'warning' as severity,
        parts.* exclude (value),
        'có tử số nhưng không có mẫu số lớn hơn 0 nên không tính được tỷ lệ' as statement_vi,
        'there is a numerator but no denominator above zero, so no ratio' as statement_en
    from parts
    inner join areas on parts.area_id = areas.area_id and areas.level = 'ward'
    inner join registry
        on
            parts.indicator_id = registry.indicator_id
            and registry.kind in ('ratio', 'share_of_areas')
    left join observations
        on
            parts.indicator_id = observations.indicator_id
            and parts.area_id = observations.area_id
            and parts.frequency = observations.frequency
            and parts.period_start = observations.period_start
            and parts.period_end = observations.period_end
    where parts.role = 'numerator' and observations.indicator_id is null and parts.value > 0
),

two_ways as (
    select
        'tracked_value_differs' as rule_id,
        'warning' as severity,
        observations.*,
        concat(
            'giá trị ghi ', {{ number_text('parts.value', 'vi') }}, ' khác tử số chia mẫu số ',
            {{ number_text('observations.value', 'vi') }}, '; dùng tử số chia mẫu số'
        ) as statement_vi,
        concat(
            'the given value ', {{ number_text('parts.value', 'en') }}, ' differs from the ratio ',
            {{ number_text('observations.value', 'en') }}, '; the ratio is used'
        ) as statement_en
    from observations
    inner join parts
        using (indicator_id, source, area_id, frequency, period_start, period_end)
    where
        observations.source = 'tracking'
        and observations.basis = 'computed'
        and parts.role = 'value'
        and abs(parts.value - observations.value) > 0.1
),

noted as (
    {% for rule in [
        'other_date', 'fallback', 'missing_areas', 'out_of_bounds', 'no_denominator', 'two_ways'
    ] -%}
    select
        rule_id,
        severity,
        indicator_id,
        source,
        area_id,
        frequency,
        period_start,
        period_end,
        statement_vi,
        statement_en
    from {{ rule }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

found as (
    select
        noted.rule_id,
        noted.severity,
        concat_ws(
            '|', noted.indicator_id, noted.source, noted.area_id, noted.frequency,
            noted.period_start, noted.period_end
        ) as object,
        noted.indicator_id,
        noted.area_id,
        noted.period_end,
        case
            when noted.source = 'tracking' then 'programme_tracking' else registry.numerator_form
        end as form,
        cast(null as varchar) as file_hash,
        noted.statement_vi,
        noted.statement_en
    from noted
    inner join registry on noted.indicator_id = registry.indicator_id
)

select * from found
