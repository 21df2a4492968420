with measures as (
    select * from {{ ref('int_measure_values') }}
    where role not like 'lens_%'
),

differing as (
    select
        'total_differs_from_parts' as rule_id,
        'warning' as severity,
        measures.*,
        concat(
            'tổng ghi trong biểu là ', {{ number_text('stated_value', 'vi') }},
            ' nhưng các tổ cộng lại là ', {{ number_text('summed_value', 'vi') }},
            ' (', measure, '); dùng tổng cộng các tổ, đề nghị đơn vị kiểm tra'
        ) as statement_vi,
        concat(
            'the stated total is ', {{ number_text('stated_value', 'en') }},
            ' but the neighbourhoods add up to ', {{ number_text('summed_value', 'en') }},
            ' (', measure, '); the sum is used, please check'
        ) as statement_en
    from measures
    where is_summed and {{ settled('stated_value') }} != {{ settled('summed_value') }}
),

incomplete as (
    select
        'ward_total_incomplete' as rule_id,
        case when stated_value is null then 'error' else 'warning' end as severity,
        measures.*,
        concat(
            'có tổ bị loại hoặc không rõ địa bàn nên không cộng được (', measure, '); ',
            case
                when
                    stated_value is null
                    then 'biểu cũng không có dòng tổng nên kỳ này chưa có số toàn phường'
                else 'dùng dòng tổng của biểu'
            end
        ) as statement_vi,
        concat(
            'a neighbourhood was rejected or is unknown, so they cannot be added up (',
            measure,
            '); ',
            case
                when
                    stated_value is null
                    then 'the form has no total either, so the ward has no figure'
                else 'the total of the form is used'
            end
        ) as statement_en
    from measures
    where is_incomplete
),

noted as (
    select * from differing
    union all by name
    select * from incomplete
),

found as (
    select
        rule_id,
        severity,
        concat_ws(
            '|', indicator_id, role, form, measure, area_id, frequency, period_start, period_end
        ) as object,
        indicator_id,
        area_id,
        period_end,
        form,
        cast(null as varchar) as file_hash,
        statement_vi,
        statement_en
    from noted
)

select * from found
