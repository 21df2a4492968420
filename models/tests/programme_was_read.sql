-- Without a version of the programme nothing is known: the ingest lands it.
with in_force as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
)

select
    error(
        'chưa có chương trình, hãy chạy npm run refresh'
        || ' · no programme has landed: npm run refresh'
    )
where not exists (select 1 from in_force)
