with observations as (
    select * from {{ ref('int_observations_versioned') }}
),

remarks as (
    select * from {{ ref('int_remarks_versioned') }}
),

registry as (
    select * from {{ ref('indicators') }}
),

corrections as (
    select * from {{ ref('corrections') }}
),

files as (
    select * from {{ ref('stg_landed__files') }}
),

-- a document dated in the future is more often a slip of the year than a prophecy
later_files as (
    select
        'file_after_as_of' as rule_id,
        'warning' as severity,
        file_hash as object,
        cast(null as varchar) as area_id,
        cast(null as date) as period_end,
        form,
        file_hash,
        concat(
            file_name, ' ghi ngày ', {{ date_text('received_at', 'vi') }},
            ', sau ngày lập báo cáo, nên chưa dùng; kiểm tra ngày của văn bản'
        ) as statement_vi,
        concat(
            file_name, ' is dated ', {{ date_text('received_at', 'en') }},
            ', after the date of this report, and is not used; check the date of the document'
        ) as statement_en
    from files
    where status = 'landed' and cast(received_at as date) > {{ known_by() }}
),

labelled as (
    {% for rows in ['observations', 'remarks'] -%}
    select
        form,
        category,
        area_text,
        area_id,
        period_end,
        file_hash,
        cell,
        version
    from {{ rows }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

unknown_areas as (
    select
        'unknown_area' as rule_id,
        'warning' as severity,
        concat_ws('|', form, file_hash, area_text, period_end) as object,
        cast(null as varchar) as area_id,
        period_end,
        form,
        file_hash,
        concat(
            'không rõ địa bàn "',
            area_text,
            '"; thêm vào seeds/area_aliases.csv nếu là tên gọi khác'
        ) as statement_vi,
        concat(
            'unknown area "', area_text, '"; add it to seeds/area_aliases.csv if it is another name'
        ) as statement_en
    from labelled
    where area_id is null and version = 1
    group by form, file_hash, area_text, period_end
),

unknown_indicators as (
    select
        'unknown_indicator' as rule_id,
        'warning' as severity,
        concat_ws('|', labelled.file_hash, labelled.category) as object,
        any_value(labelled.area_id) as area_id,
        max(labelled.period_end) as period_end,
        labelled.form,
        labelled.file_hash,
        concat(
            'mã chỉ tiêu "', labelled.category, '" không có trong danh mục; ô ', min(labelled.cell)
        ) as statement_vi,
        concat(
            'indicator code "', labelled.category, '" is not in the registry; cell ',
            min(labelled.cell)
        ) as statement_en
    from labelled
    left join registry on labelled.category = registry.indicator_id
    where labelled.form = 'programme_tracking' and registry.indicator_id is null
    group by labelled.form, labelled.file_hash, labelled.category
),

-- few figures are: only theirs are gathered, long lists of all cells would cost more than the rest
repeated as (
    select distinct
        form,
        measure,
        category,
        coalesce(area_id, area_text, '') as area,
        frequency,
        period_start,
        period_end
    from observations
    where version > 1
),

given_twice as (
    select
        'figure_given_twice' as rule_id,
        'warning' as severity,
        concat_ws(
            '|', form, measure, category, area_id, area_text, frequency, period_start, period_end,
            file_hash
        ) as object,
        area_id,
        period_end,
        form,
        file_hash,
        concat(
            'cùng một số liệu (', measure, ') ghi ở nhiều ô: ',
            string_agg(cell, ', ' order by sheet, cell), '; dùng ô cuối'
        ) as statement_vi,
        concat(
            'the same figure (', measure, ') is given in several cells: ',
            string_agg(cell, ', ' order by sheet, cell), '; the last one is used'
        ) as statement_en
    from observations
    semi join repeated
        on
            observations.form = repeated.form
            and observations.measure = repeated.measure
            and observations.category = repeated.category
            and coalesce(observations.area_id, observations.area_text, '') = repeated.area
            and observations.frequency = repeated.frequency
            and observations.period_start = repeated.period_start
            and observations.period_end = repeated.period_end
    group by
        form, measure, category, area_id, area_text, frequency, period_start, period_end, file_hash
    having count(*) > 1 and min(value) != max(value)
),

corrected as (
    select
        'correction_applied' as rule_id,
        'info' as severity,
        concat_ws('|', observations.correction_id, observations.sheet, observations.cell) as object,
        observations.area_id,
        observations.period_end,
        observations.form,
        observations.file_hash,
        concat(
            'ô ', observations.cell, ' sửa từ ', {{ number_text('landed_value', 'vi') }},
            ' thành ', {{ number_text('value', 'vi') }}, ': ', corrections.reason
        ) as statement_vi,
        concat(
            'cell ', observations.cell, ' corrected from ', {{ number_text('landed_value', 'en') }},
            ' to ', {{ number_text('value', 'en') }}, ': ', corrections.reason
        ) as statement_en
    from observations
    inner join corrections on observations.correction_id = corrections.correction_id
),

found as (
    select * from unknown_areas
    union all by name
    select * from unknown_indicators
    union all by name
    select * from given_twice
    union all by name
    select * from corrected
    union all by name
    select * from later_files
)

select
    *,
    cast(null as varchar) as indicator_id
from found
