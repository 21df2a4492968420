with papers as (
    select * from {{ ref('stg_programme__papers') }}
),

named as (
    select
        key as paper_key,
        text_vi,
        text_en
    from papers
)

select * from named
order by paper_key
