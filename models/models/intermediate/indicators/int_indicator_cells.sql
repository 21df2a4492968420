with inputs as (
    select * from {{ ref('int_indicator_inputs') }}
),

observations as (
    select * from {{ ref('int_observations_versioned') }}
    -- a flow over several months at once is no figure of the month it ends in
    where version = 1 and area_id is not null and kind != 'flow_ytd'
),

-- by equal categories most find theirs without trying all
fed as (
    {% for is_of_any_category in [true, false] -%}
    select
        inputs.indicator_id,
        inputs.source,
        inputs.role,
        observations.form,
        observations.measure,
        inputs.sign,
        observations.area_id,
        observations.frequency,
        observations.period_start,
        observations.period_end,
        observations.value,
        inputs.is_additive and observations.kind != 'ratio' as is_additive,
        observations.is_approximate,
        observations.file_hash,
        observations.file_name,
        observations.received_at,
        observations.is_sample,
        observations.sheet,
        observations.cell,
        observations.cell_column,
        observations.cell_row
    from observations
    inner join inputs
        on
            observations.form = inputs.form
            and observations.measure = inputs.measure
            and {{ "inputs.category = '*'" if is_of_any_category
                else "observations.category = inputs.category" }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select * from fed
