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
        inputs.sign,
        inputs.is_additive and observations.kind != 'ratio' as is_additive,
        observations.* exclude (
            category, area_text, landed_value, correction_id, kind, is_total, version
        )
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
