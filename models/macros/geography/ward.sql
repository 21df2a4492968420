{#- The id of the ward whose programme this is, from the landed parts: lists of records are read before any view. -#}
{% macro ward_id() -%}
    (
        select arg_max(decided.ward_id, {{ programme_rank('versions.received_at') }})
        from {{ source('landed', 'programme_programme') }} as decided
        inner join {{ source('landed', 'programme_versions') }} as versions
            on decided.programme_hash = versions.programme_hash
    )
{%- endmacro %}
