select * from {{ ref('programme_models') }}
