{#- What the ward is called (phường, xã, đặc khu), in lower case, for sentences about the data. -#}
{% macro ward_word() -%}
    (
        select lower(regexp_extract(areas.name, '^(Phường|Xã|Đặc khu)'))
        from {{ ref('stg_programme__areas') }} as areas
        inner join {{ ref('stg_programme__programme') }} as programme
            on areas.area_id = programme.ward_id
    )
{%- endmacro %}

{#- What its parts are called (tổ dân phố, thôn); `column` as the programme has it: neighbourhood_vi … -#}
{% macro part_word(column) -%}
    (select lower({{ column }}) from {{ ref('stg_programme__programme') }})
{%- endmacro %}
