-- Without a version of the programme nothing is known: the ingest lands it.
select error('chưa có chương trình, hãy chạy npm run refresh · no programme has landed: npm run refresh')
where not exists (select 1 from {{ ref('stg_programme__versions') }} where is_in_force)
