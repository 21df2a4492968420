select * from {{ ref('areas') }}
