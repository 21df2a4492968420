with remarks as (
    select * from {{ ref('stg_landed__remarks') }}
),

files as (
    select * from {{ ref('int_files_received') }}
),

areas as (
    select * from {{ ref('stg_programme__areas') }}
),

received as (
    {{ received('remarks') }}
),

versioned as (
    select
        * exclude (received_at, recency),
        {{ version_of('remark') }} as version
    from received
)

select * from versioned
