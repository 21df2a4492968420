{#
    Records of the lists that `record_lists` in dbt_project.yml names, each read by stg_landed__<name>; or of
    those whose form a relation names. As one select. Lists of people are none: the ingest lands their counts
    as observations, so that people can be purged.
#}
{% macro records_of_lists(forms=none) -%}
    {%- do require_declared_lists() -%}
    {%- for list in var('record_lists') %}
    select * from {{ ref('stg_landed__' ~ list) }}
    {{ "where '" ~ list ~ "' in (select form from " ~ forms ~ ")" if forms }}
    {{ 'union all by name' if not loop.last }}
    {%- endfor %}
{%- endmacro %}

{#- dbt must know all it reads before it runs, so a staging model of records that nobody named would be left out in silence. -#}
{% macro require_declared_lists() -%}
    {%- set nodes = graph.get('nodes', {}).values() if execute else [] -%}
    {%- for node in nodes if node.resource_type == 'model' -%}
        {%- set list = node.name | replace('stg_landed__', '') -%}
        {%- set reads_records = (node.sources | map('last') | join(' ')).startswith('records_') -%}
        {%- if reads_records and list not in var('record_lists') -%}
            {%- do exceptions.raise_compiler_error(
                'models/dbt_project.yml: danh sách "' ~ list ~ '" có mô hình ' ~ node.name
                ~ ' nhưng chưa có tên trong vars: record_lists; thêm "' ~ list
                ~ '" vào đó · the list has the model ' ~ node.name
                ~ ' but no name in vars: record_lists; add "' ~ list ~ '" there'
            ) -%}
        {%- endif -%}
    {%- endfor -%}
{%- endmacro %}
