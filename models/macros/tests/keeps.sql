{#-
  Offenders against what every row of a model keeps, each with the rule that it breaks: `key` names the
  columns that tell rows apart and are never null, `conditions` hold of each row, `references` ({column, to,
  field}) are found where they point. Of what people write, the programme and the seeds, the keys of offenders are
  told too.
  One test a model: to start a test costs more than most find to do.
-#}
{% test keeps(model, key, conditions=[], references=[]) %}
    {%- set columns = key | join(", ") %}
    {%- set is_written = model.schema == "seeds" or model.identifier.startswith("stg_programme__") %}
    {%- set place = "concat_ws(' · ', " ~ columns ~ ")" if is_written else "cast(null as varchar)" %}
    select
        'key: {{ columns }}' as rule,
        {{ place }} as place
    from {{ model }}
    group by {{ columns }}
    having count(*) > 1 or {{ key | join(" is null or ") }} is null
    {% for condition in conditions %}
    union all
    select
        '{{ condition | replace("'", "''") }}' as rule,
        {{ place }} as place
    from {{ model }}
    where not coalesce({{ condition }}, false)
    {% endfor %}
    {%- for reference in references %}
    union all
    select
        'unknown {{ reference.field }} in {{ reference.column }}' as rule,
        child.place
    from (select *, {{ place }} as place from {{ model }}) as child
    left join {{ reference.to }} as parent on child.{{ reference.column }} = parent.{{ reference.field }}
    where child.{{ reference.column }} is not null and parent.{{ reference.field }} is null
    {% endfor %}
{% endtest %}
