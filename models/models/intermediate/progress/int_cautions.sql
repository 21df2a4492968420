-- warnings that a judgement carries with it, the gravest first
with rules (rule_id, rule_rank) as (
    values ('cumulative_fell', 1), ('jump', 2), ('ward_total_incomplete', 3), ('other_ward', 4)
),

figures as (
    select * from {{ ref('int_quality_figures') }}
),

indicators as (
    select * from {{ ref('int_quality_indicators') }}
),

inputs as (
    select * from {{ ref('int_indicator_inputs') }}
    where role not like 'lens_%'
),

sources as (
    select distinct
        indicator_id,
        area_id,
        period_end,
        source
    from {{ ref('int_indicator_values') }}
),

-- a figure of a form touches every indicator that is made of it
touched as (
    select
        figures.rule_id,
        inputs.indicator_id,
        figures.area_id,
        figures.period_end
    from figures
    inner join inputs
        on
            figures.form = inputs.form
            and figures.measure = inputs.measure
            and (inputs.category = '*' or figures.category = inputs.category)
    inner join sources
        on
            inputs.indicator_id = sources.indicator_id
            and inputs.source = sources.source
            and figures.area_id = sources.area_id
            and figures.period_end = sources.period_end
    union all
    select
        rule_id,
        indicator_id,
        area_id,
        period_end
    from indicators
),

cautions as (
    select
        {{ series_key('touched.indicator_id', 'touched.area_id') }} as series_id,
        touched.period_end,
        arg_min(rules.rule_id, rules.rule_rank) as rule_id,
        min(rules.rule_rank) as rule_rank
    from touched
    inner join rules on touched.rule_id = rules.rule_id
    group by touched.indicator_id, touched.area_id, touched.period_end
)

select * from cautions
