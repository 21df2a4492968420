-- A ratio of weighted sums is greatest when the areas above some ratio weigh all they can and those
-- below it as little; so trying every such cut finds it, and the same from the other end the least.
with observations as (
    select * from {{ ref('int_indicator_values') }}
    where basis = 'crosswalk' and denominator is not null
),

apportioned as (
    select
        indicator_id,
        source,
        role,
        source_area_id,
        target_area_id,
        frequency,
        period_start,
        period_end,
        any_value(weight_low) as weight_low,
        any_value(weight_high) as weight_high,
        {{ stable_sum('sign * value') }} as value
    from {{ ref('int_apportioned_measures') }}
    where target_area_id != 'elsewhere'
    group by all
),

registry as (
    select * from {{ ref('stg_programme__indicators') }}
),

sources as (
    select
        observations.indicator_id,
        observations.source,
        observations.area_id,
        observations.frequency,
        observations.period_start,
        observations.period_end,
        numerators.source_area_id,
        numerators.weight_low,
        numerators.weight_high,
        numerators.value as numerator,
        denominators.value as denominator,
        {{ settled('numerators.value / nullif(denominators.value, 0)') }} as ratio
    from observations
    inner join apportioned as numerators
        on
            observations.indicator_id = numerators.indicator_id
            and observations.source = numerators.source
            and observations.area_id = numerators.target_area_id
            and observations.frequency = numerators.frequency
            and observations.period_start = numerators.period_start
            and observations.period_end = numerators.period_end
            and numerators.role = 'numerator'
    inner join apportioned as denominators
        on
            observations.indicator_id = denominators.indicator_id
            and observations.source = denominators.source
            and observations.area_id = denominators.target_area_id
            and observations.denominator_frequency = denominators.frequency
            and observations.denominator_period_start = denominators.period_start
            and observations.denominator_period_end = denominators.period_end
            and observations.denominator_role = denominators.role
            and numerators.source_area_id = denominators.source_area_id
),

weighed as (
    select
        *,
        {% for part in ['numerator', 'denominator'] -%}
        cast(weight_low * {{ part }} as decimal(38, 6)) as {{ part }}_low,
        cast((weight_high - weight_low) * {{ part }} as decimal(38, 6)) as {{ part }}_more,
        {% endfor -%}
        row_number() over (
            partition by indicator_id, source, area_id, frequency, period_start, period_end
            order by ratio, source_area_id
        ) as rank_from_below
    from sources
),

cuts as (
    {% for bound, sign in [('high', '-'), ('low', '')] -%}
    select
        *,
        '{{ bound }}' as bound,
        sum(numerator_low) over all_{{ bound }} as numerator_at_least,
        sum(denominator_low) over all_{{ bound }} as denominator_at_least,
        sum(numerator_more) over cut_{{ bound }} as numerator_above_least,
        sum(denominator_more) over cut_{{ bound }} as denominator_above_least
    from weighed
    window
        all_{{ bound }} as (
            partition by indicator_id, source, area_id, frequency, period_start, period_end
        ),
        cut_{{ bound }} as (
            all_{{ bound }} order by {{ sign }}rank_from_below rows unbounded preceding
        )
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

ratios as (
    select
        cuts.*,
        cast(numerator_at_least + numerator_above_least as double) * registry.scale
        / nullif(cast(denominator_at_least + denominator_above_least as double), 0) as value_at_cut,
        cast(numerator_at_least as double) * registry.scale
        / nullif(cast(denominator_at_least as double), 0) as value_at_least
    from cuts
    inner join registry on cuts.indicator_id = registry.indicator_id
),

bounds as (
    select
        indicator_id,
        source,
        area_id,
        frequency,
        period_start,
        period_end,
        min(least(value_at_cut, value_at_least)) filter (where bound = 'low') as value_low,
        max(greatest(value_at_cut, value_at_least)) filter (where bound = 'high') as value_high
    from ratios
    group by indicator_id, source, area_id, frequency, period_start, period_end
)

select * from bounds
