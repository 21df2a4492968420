with weights as (
    select * from {{ ref('int_forecast_weights') }}
),

histories as (
    select * from {{ ref('int_forecast_histories') }}
),

titles as (
    select * from {{ ref('forecast_methods') }}
),

-- without a whole year behind it, or without seasons, the same season is the last value
named as (
    select
        weights.*,
        histories.is_weighted,
        histories.n_filled,
        case
            when
                weights.method = 'seasonal_naive'
                and (histories.period = 1 or histories.n_points < histories.period)
                then 'last_value'
            else weights.method
        end as name
    from weights
    inner join histories using (series_id)
),

titled as (
    select
        named.*,
        coalesce(titles.title_vi, named.name) as title_vi,
        coalesce(titles.title_en, named.name) as title_en,
        -- weights are compared to six decimals, ties by name
        struct_pack(weight := round(named.weight, 6), method := named.method) as rank
    from named
    left join titles on named.name = titles.method
),

ranked as (
    select
        series_id,
        arg_max(method, rank) as leading_method,
        max(weight) as leading_weight,
        cast(count(*) as integer) as n_methods,
        bool_or(is_weighted) as is_weighted,
        any_value(n_filled) as n_filled,
        cast(round(100 * max(weight)) as integer) as leading_percent,
        arg_max(title_vi, rank) as leader_vi,
        arg_max(title_en, rank) as leader_en,
        string_agg(title_vi, ', ' order by method) as titles_vi,
        string_agg(title_en, ', ' order by method) as titles_en
    from titled
    group by series_id
),

leaders as (
    select
        series_id,
        leading_method,
        leading_weight,
        concat(
            case
                when is_weighted
                    then
                        concat(
                            'tổng hợp ', n_methods, ' phương pháp, nặng nhất: ',
                            leader_vi, ' (', leading_percent, '%)'
                        )
                when n_methods > 1 then concat('trung bình của ', titles_vi)
                else titles_vi
            end,
            case when n_filled > 0 then concat('; số kỳ thiếu được bù: ', n_filled) else '' end
        ) as method_vi,
        concat(
            case
                when is_weighted
                    then
                        concat(
                            'mix of ', n_methods, ' methods, led by ',
                            leader_en, ' (', leading_percent, '%)'
                        )
                when n_methods > 1 then concat('mean of ', titles_en)
                else titles_en
            end,
            case when n_filled > 0 then concat('; missing periods filled: ', n_filled) else '' end
        ) as method_en
    from ranked
)

select * from leaders
