with observations as (
    select * from {{ ref('stg_landed__observations') }}
),

remarks as (
    select * from {{ ref('stg_landed__remarks') }}
),

spellings as (
    select * from {{ ref('int_area_spellings') }}
),

written as (
    {% for rows in ['observations', 'remarks'] -%}
    select
        area_text,
        area_id,
        period_start,
        period_end
    from {{ rows }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

-- codes are used again: what the ingest makes of one holds for today only
in_doubt as (
    select distinct
        area_text,
        area_id as landed_area_id,
        period_start,
        period_end
    from written
    where
        area_id is null
        or area_id like 'old_%'
        or regexp_matches(trim(area_text), '^[0-9]{5}$')
),

-- of a period that sees two boundaries, the later one counts
placed as (
    select
        {{ hash_of([
            'in_doubt.area_text', 'in_doubt.landed_area_id', 'in_doubt.period_start',
            'in_doubt.period_end'
        ]) }} as place_id,
        in_doubt.area_text,
        in_doubt.landed_area_id,
        in_doubt.period_start,
        in_doubt.period_end,
        coalesce(spellings.area_id, in_doubt.landed_area_id) as area_id
    from in_doubt
    left join spellings
        on
            {{ area_key('coalesce(in_doubt.area_text, in_doubt.landed_area_id)') }}
            = spellings.spelling
            and in_doubt.period_end >= spellings.valid_from
            and in_doubt.period_start <= spellings.valid_to
    qualify row_number() over (
        partition by
            in_doubt.area_text, in_doubt.landed_area_id, in_doubt.period_start, in_doubt.period_end
        order by spellings.valid_from desc nulls last, spellings.area_id
    ) = 1
)

select * from placed
