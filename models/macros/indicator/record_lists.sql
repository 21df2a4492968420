{#
    The staging models of lists of records, marked `meta: {record_list: <form>}`; so a new list needs no
    word elsewhere. What they are is known only when dbt runs, too late for ref(): their SQL is put in
    place instead, and the staging view of the same SQL stands beside it for readers and tests. Lists of
    people are none: the ingest lands their counts as observations, so that people can be purged.
    Rows: form and sql of each, by form.
#}
{% macro record_lists() -%}
    {%- set lists = [] -%}
    {%- if execute -%}
        {%- for node in graph.nodes.values() | sort(attribute='name') -%}
            {%- if node.resource_type == 'model' and node.config.meta.get('record_list') -%}
                {%- do lists.append({
                    'form': node.config.meta.record_list, 'sql': render(node.raw_code)
                }) -%}
            {%- endif -%}
        {%- endfor -%}
    {%- endif -%}
    {{ return(lists) }}
{%- endmacro %}

{#- All records, or those of the forms that a relation names, as one select. -#}
{% macro records_of_lists(forms=none) -%}
    {%- for list in record_lists() %}
    select * from ({{ list.sql }})
    {{ "where '" ~ list.form ~ "' in (select form from " ~ forms ~ ")" if forms }}
    {{ 'union all by name' if not loop.last }}
    {%- endfor %}
{%- endmacro %}
