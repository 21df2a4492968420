{%- set key = ['indicator_id', 'area_id', 'frequency', 'period_start', 'period_end'] -%}
with remarks as (
    select
        *,
        category as indicator_id
    from {{ ref('int_remarks_versioned') }}
    where version = 1 and area_id is not null
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

requests as (
    select * from remarks
    where remark = 'request'
),

replies as (
    select * from remarks
    where remark = 'reply'
),

-- both may come in one file or in two: the one that asks and the one that answers
paired as (
    select
        {{ key | join(', ') }},
        asked.content as request,
        asked.written_date as requested_at,
        asked.due_date as reply_due_date,
        said.content as reply,
        said.written_date as replied_at,
        {% for side, name in [('asked', 'request'), ('said', 'reply')] -%}
        {{ side }}.file_hash as {{ name }}_file_hash,
        {{ side }}.file_name as {{ name }}_file_name,
        {{ side }}.sheet as {{ name }}_sheet,
        {{ side }}.cell as {{ name }}_cell,
        {% endfor -%}
        coalesce(asked.is_sample, false) or coalesce(said.is_sample, false) as is_sample
    from requests as asked
    full join replies as said using ({{ key | join(', ') }})
),

-- a reply of before the request does not answer it
judged as (
    select
        paired.*,
        registry.agency_id,
        case
            when paired.request is null then 'volunteered'
            when coalesce(paired.replied_at >= paired.requested_at, paired.reply is not null)
                then 'answered'
            when paired.reply_due_date < {{ known_by() }} then 'overdue'
            else 'unanswered'
        end as state
    from paired
    inner join registry on paired.indicator_id = registry.indicator_id
)

select
    {{ key | join(',\n    ') }},
    agency_id,
    state,
    request,
    requested_at,
    reply_due_date,
    reply,
    replied_at,
    request_file_hash,
    request_file_name,
    request_sheet,
    request_cell,
    reply_file_hash,
    reply_file_name,
    reply_sheet,
    reply_cell,
    is_sample
from judged
order by indicator_id, area_id, period_end, period_start, frequency
