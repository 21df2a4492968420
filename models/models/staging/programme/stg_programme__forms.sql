with decided as (
    select * from {{ source('landed', 'programme_forms') }}
),

versions as (
    select * from {{ ref('stg_programme__versions') }}
    where is_in_force
),

in_force as (
    select
        decided.form_id,
        decided.title_vi,
        decided.title_en,
        decided.agency_id,
        decided.expected_every,
        decided.grace_days,
        decided.frequency,
        decided.period_window,
        decided.dash_means,
        decided.empty_means,
        decided.totals,
        decided.subject,
        decided.title_words,
        decided.file_words,
        decided.allows,
        decided.note
    from decided
    inner join versions on decided.programme_hash = versions.programme_hash
)

select * from in_force
