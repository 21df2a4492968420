with areas as (
    select * from {{ ref('stg_programme__areas') }}
),

aliases as (
    select * from {{ ref('stg_programme__area_aliases') }}
),

-- the name without the words that tell its versions apart
wards as (
    select
        *,
        trim(regexp_replace(name, ' [(].*[)]$', '')) as full_name
    from areas
    where level in ('ward', 'old_ward')
),

written as (
    select
        area_id,
        valid_from,
        valid_to,
        unnest([
            code,
            'old_' || code,
            full_name,
            replace(full_name, 'Phường ', ''),
            replace(full_name, 'Phường ', 'P. '),
            full_name || ', quận ' || district,
            replace(full_name, 'Phường ', 'P. ') || ', quận ' || district
        ]) as spelling
    from wards
    union all
    select
        area_id,
        valid_from,
        valid_to,
        alias as spelling
    from aliases
),

spellings as (
    select
        {{ area_key('spelling') }} as spelling,
        area_id,
        min(coalesce(valid_from, date '0001-01-01')) as valid_from,
        max(coalesce(valid_to, date '9999-12-31')) as valid_to
    from written
    where spelling is not null
    group by all
)

select * from spellings
