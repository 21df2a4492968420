{#-
  A table under its own name, with its comments, in one transaction. dbt-duckdb's own way writes it
  aside, renames it and drops what it replaced, which a warehouse that is always built anew has not:
  of a small model that was most of the time. Takes no hooks, grants, indexes or Python models.
-#}
{% materialization table, adapter="duckdb", supported_languages=["sql"] %}
    {%- set relation = this.incorporate(type="table") -%}
    {%- do drop_relation_if_exists(load_cached_relation(this)) -%}
    {%- call statement("main") -%}
        {{ create_table_as(false, relation, sql) }}
        {%- if config.persist_relation_docs() %}{{ comments_of(relation) }}{% endif %}
    {%- endcall -%}
    {%- do adapter.commit() -%}
    {{ return({"relations": [relation]}) }}
{% endmaterialization %}

{% macro comments_of(relation) %}
    {{ duckdb__alter_relation_comment(relation, model.description) }}
    {%- for name, column in model.columns.items() %}
    comment on column {{ relation }}.{{ name }} is {{ duckdb_escape_comment(column.description) }};
    {%- endfor %}
{% endmacro %}
