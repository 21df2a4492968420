select * from {{ ref('programme') }}
