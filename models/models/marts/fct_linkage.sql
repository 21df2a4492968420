with linkage as (
    select * from {{ ref('stg_landed__linkage') }}
),

files as (
    select * from {{ ref('int_files_received') }}
),

linked as (
    select
        linkage.form,
        linkage.file_hash,
        files.file_name,
        linkage.identified_by,
        linkage.persons,
        linkage.persons_linked,
        linkage.persons_elsewhere
    from linkage
    inner join files on linkage.file_hash = files.file_hash
)

select * from linked
order by form, file_name, identified_by
