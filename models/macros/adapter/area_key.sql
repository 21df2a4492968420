{#- A spelling of an area without case, marks, punctuation and doubled spaces: `P. Hàng Kênh` is `p hang kenh`. -#}
{% macro area_key(text) -%}
    trim(regexp_replace(
        replace(lower(strip_accents(nfc_normalize({{ text }}))), 'đ', 'd'), '[^a-z0-9]+', ' ', 'g'
    ))
{%- endmacro %}
