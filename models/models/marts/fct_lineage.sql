with cells as (
    select * from {{ ref('int_observation_cells') }}
),

observations as (
    select * from {{ ref('int_indicator_values') }}
),

places as (
    select
        observations.indicator_id,
        observations.area_id,
        observations.frequency,
        observations.period_end,
        cells.* exclude (observation_id, part_role, measure),
        array_to_string(list_sort(list_distinct(list(cells.measure))), '|') as measure
    from cells
    inner join observations using (observation_id)
    group by all
),

columns_of_cells as (
    select
        * exclude (cell_row),
        list_sort(list(cell_row)) as cell_rows
    from places
    group by all
),

-- rows that follow one another are one range
ranges as (
    select
        *,
        unnest(list_filter(
            cell_rows, {{ lambda("row, i") }} i = 1 or row > cell_rows[i - 1] + 1
        )) as first_row,
        unnest(list_filter(
            cell_rows, {{ lambda("row, i") }} i = len(cell_rows) or row < cell_rows[i + 1] - 1
        )) as last_row
    from columns_of_cells
),

named as (
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
            first_row,
            case
                when last_row > first_row or cell_column = ''
                    then concat(':', cell_column, last_row)
            end
        ) as cells,
        cast(last_row - first_row + 1 as integer) as n_cells
    from ranges
)

select * from named
order by indicator_id, area_id, frequency, period_end, role, file_name, sheet, cells
