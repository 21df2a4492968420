select * from {{ ref('papers') }}
