with cells as (
    select * from {{ ref('int_observation_cells') }}
),

places as (
    select
        indicator_id,
        area_id,
        frequency,
        period_end,
        role,
        form,
        file_hash,
        file_name,
        sheet,
        cell_column,
        cell_row,
        string_agg(distinct measure, '|' order by measure) as measure
    from cells
    group by all
),

-- rows that follow one another share the difference between the row and its rank
islands as (
    select
        *,
        cell_row - row_number() over (
            partition by
                indicator_id, area_id, frequency, period_end, role, form, measure,
                file_hash, sheet, cell_column
            order by cell_row
        ) as island
    from places
),

ranges as (
    select
        indicator_id,
        area_id,
        frequency,
        period_end,
        role,
        form,
        measure,
        file_hash,
        file_name,
        sheet,
        concat(
            cell_column,
            min(cell_row),
            case
                when count(*) > 1 or cell_column = '' then concat(':', cell_column, max(cell_row))
            end
        ) as cells,
        cast(count(*) as integer) as n_cells
    from islands
    group by
        indicator_id, area_id, frequency, period_end, role, form, measure,
        file_hash, file_name, sheet, cell_column, island
)

select * from ranges
order by indicator_id, area_id, frequency, period_end, role, file_name, sheet, cells
