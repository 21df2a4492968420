with found as (
    {% for topic in ['figures', 'indicators'] -%}
    select * from {{ ref('int_quality_' ~ topic) }}
    {{ 'union all by name' if not loop.last }}
    {% endfor %}
),

forms as (
    select * from {{ ref('stg_landed__forms') }}
),

-- the one column of a tracking form says no more than its indicator
measures as (
    select * from {{ ref('stg_landed__form_measures') }}
    where form != 'programme_tracking'
),

files as (
    select * from {{ ref('int_files_received') }}
),

areas as (
    select * from {{ ref('stg_programme__areas') }}
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

-- place first, then what is wrong
worded as (
    select
        {{ hash_of(['found.rule_id', 'found.object']) }} as quality_id,
        found.rule_id,
        found.severity,
        found.indicator_id,
        found.area_id,
        found.period_end,
        found.form,
        found.file_hash,
        files.file_name,
        concat_ws(
            ' · ',
            coalesce(registry.title_vi, forms.title_vi, found.form),
            files.file_name,
            areas.name,
            {{ date_text('found.period_end', 'vi') }},
            '“' || measures.title_vi || '”'
        ) || ': ' || found.statement_vi as message_vi,
        concat_ws(
            ' · ',
            coalesce(registry.title_en, forms.title_en, found.form),
            files.file_name,
            areas.name_en,
            {{ date_text('found.period_end', 'en') }},
            '“' || measures.title_vi || '”'
        ) || ': ' || found.statement_en as message_en
    from found
    left join forms on found.form = forms.form
    left join measures on found.form = measures.form and found.measure = measures.measure
    left join files on found.file_hash = files.file_hash
    left join areas on found.area_id = areas.area_id
    left join registry on found.indicator_id = registry.indicator_id
)

select * from worded
order by
    case severity when 'error' then 1 when 'warning' then 2 else 3 end,
    period_end desc, rule_id, quality_id
