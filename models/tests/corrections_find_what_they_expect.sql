-- A declared correction must still find its cell with the value it expects. One that does not stops
-- the run: the place, what was expected and what was found are in the message of the error.
with corrections as (
    select * from {{ ref('stg_programme__corrections') }}
    where decided_on <= {{ known_by() }}
),

observations as (
    select * from {{ ref('int_observations_versioned') }}
),

files as (
    select
        file_hash,
        file_name,
        concat(file_name, ' (', left(file_hash, 12), ')') as label
    from {{ ref('stg_landed__files') }}
),

landed as (
    select
        corrections.correction_id,
        string_agg(
            distinct {{ number_text('observations.landed_value', 'en') }}, ', '
        ) as found
    from corrections
    inner join observations
        on
            corrections.file_hash = observations.file_hash
            and corrections.form = observations.form
            and corrections.measure = observations.measure
            and coalesce(corrections.category, '') = observations.category
            and corrections.area_id = observations.area_id
            and corrections.period_end = observations.period_end
    group by corrections.correction_id
),

-- a name or the start of a hash that was left as written fits several files or none
candidates as (
    select
        corrections.correction_id,
        string_agg(files.label, ', ' order by files.label) filter (
            where files.file_hash = corrections.file_hash
        ) as chosen,
        string_agg(files.label, ', ' order by files.label) filter (
            where parse_filename(files.file_name) = corrections.file_hash
            or starts_with(files.file_hash, lower(corrections.file_hash))
        ) as fitting,
        arg_min(
            files.label,
            least(
                levenshtein(files.file_name, corrections.file_hash),
                levenshtein(
                    left(files.file_hash, length(corrections.file_hash)), corrections.file_hash
                )
            )
        ) as nearest
    from corrections
    cross join files
    group by corrections.correction_id
),

stale as (
    select
        concat_ws(
            ' · ',
            corrections.correction_id,
            corrections.form,
            coalesce(files.file_name, corrections.file_hash),
            corrections.area_id,
            corrections.period_end,
            corrections.measure
        ) || case
            when candidates.chosen is not null
                then concat(
                    ': cần · expected ', {{ number_text('corrections.expected_value', 'en') }},
                    ', thấy · found ', coalesce(landed.found, 'không có số liệu · no figure')
                )
            when candidates.fitting is not null
                then concat(': hợp với nhiều tệp · fits several files: ', candidates.fitting)
            else
                concat(
                    ': không có tệp này · no such file; gần nhất · the nearest: ',
                    coalesce(candidates.nearest, '–')
                )
        end as line
    from corrections
    left join landed on corrections.correction_id = landed.correction_id
    left join files on corrections.file_hash = files.file_hash
    left join candidates on corrections.correction_id = candidates.correction_id
    where
        not exists (
            select 1
            from observations
            where observations.correction_id = corrections.correction_id
        )
),

told as (
    select string_agg(line, chr(10) order by line) as lines
    from stale
)

select lines
from told
where
    lines is not null
    and error(
        concat('sửa đổi không còn khớp · corrections that no longer match:', chr(10), lines)
    ) is null
