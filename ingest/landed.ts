/** A DuckDB type; a question mark says that a value may be missing. */
export type LandedType =
  | "VARCHAR"
  | "VARCHAR?"
  | "INTEGER"
  | "INTEGER?"
  | "DOUBLE"
  | "DOUBLE?"
  | "BOOLEAN"
  | "BOOLEAN?"
  | "DATE"
  | "DATE?"
  | "TIMESTAMP";

/**
 * The landed tables: column order and types of every Parquet part. The contract with the models.
 * `area_text` is as written; `area_id` is null when the text names no known area.
 */
export const landedTables = {
  observations: {
    form: "VARCHAR",
    measure: "VARCHAR",
    category: "VARCHAR?",
    area_text: "VARCHAR?",
    area_id: "VARCHAR?",
    frequency: "VARCHAR",
    period_start: "DATE",
    period_end: "DATE",
    value: "DOUBLE",
    unit: "VARCHAR",
    kind: "VARCHAR",
    is_approximate: "BOOLEAN",
    is_total: "BOOLEAN",
    is_subset: "BOOLEAN",
    file_hash: "VARCHAR",
    sheet: "VARCHAR",
    cell: "VARCHAR",
  },
  files: {
    file_name: "VARCHAR",
    file_hash: "VARCHAR",
    form: "VARCHAR?",
    status: "VARCHAR",
    refusal_code: "VARCHAR?",
    message_vi: "VARCHAR?",
    message_en: "VARCHAR?",
    received_at: "TIMESTAMP",
    edition: "VARCHAR?",
    is_sample: "BOOLEAN",
    sheet_count: "INTEGER",
    rows_read: "INTEGER",
    rows_landed: "INTEGER",
    rows_rejected: "INTEGER",
    rows_ignored: "INTEGER",
    encoding: "VARCHAR?",
    warnings: "INTEGER",
    reader_version: "VARCHAR",
  },
  sheets: {
    file_hash: "VARCHAR",
    sheet: "VARCHAR",
    form: "VARCHAR?",
    title: "VARCHAR?",
    period_start: "DATE?",
    period_end: "DATE?",
    rows_read: "INTEGER",
    rows_landed: "INTEGER",
    rows_rejected: "INTEGER",
    rows_ignored: "INTEGER",
    ignored_by_rule: "VARCHAR",
  },
  rejects: {
    file_hash: "VARCHAR",
    form: "VARCHAR?",
    sheet: "VARCHAR?",
    cell: "VARCHAR?",
    found: "VARCHAR?",
    expected: "VARCHAR?",
    rule: "VARCHAR",
    message_vi: "VARCHAR",
    message_en: "VARCHAR",
    severity: "VARCHAR",
  },
  forms: {
    form: "VARCHAR",
    title_vi: "VARCHAR",
    title_en: "VARCHAR",
    agency_id: "VARCHAR",
    expected_every: "VARCHAR?",
    grace_days: "INTEGER",
  },
  records_health_insurance_members: {
    person_key: "VARCHAR",
    sex: "VARCHAR?",
    birth_year: "INTEGER?",
    area_text: "VARCHAR?",
    area_id: "VARCHAR?",
    group_code: "VARCHAR?",
    benefit_level: "INTEGER?",
    valid_from: "DATE?",
    valid_to: "DATE?",
    facility: "VARCHAR?",
    period_end: "DATE",
    file_hash: "VARCHAR",
    sheet: "VARCHAR",
    row: "INTEGER",
  },
  records_housing_projects: {
    project_name: "VARCHAR",
    investor: "VARCHAR?",
    location: "VARCHAR?",
    land_area_ha: "DOUBLE?",
    total_units: "INTEGER?",
    sale_units: "INTEGER?",
    rent_units: "INTEGER?",
    rent_purchase_units: "INTEGER?",
    started_on: "DATE?",
    completed_units: "INTEGER?",
    qualified_units: "INTEGER?",
    qualified_document: "VARCHAR?",
    qualified_on: "DATE?",
    marketed_units: "INTEGER?",
    contracted_sale_units: "INTEGER?",
    contracted_rent_units: "INTEGER?",
    contracted_rent_purchase_units: "INTEGER?",
    has_social_infrastructure: "BOOLEAN?",
    period_end: "DATE",
    file_hash: "VARCHAR",
    sheet: "VARCHAR",
    row: "INTEGER",
  },
  records_housing_applications: {
    application_id: "VARCHAR",
    submitted_on: "DATE",
    decided_on: "DATE?",
    decision: "VARCHAR?",
    tenure: "VARCHAR?",
    period_end: "DATE",
    file_hash: "VARCHAR",
    sheet: "VARCHAR",
    row: "INTEGER",
  },
} as const satisfies Record<string, Record<string, LandedType>>;

/** The name of a landed table. */
export type LandedTable = keyof typeof landedTables;

/** The name of a table of records. */
export type RecordsTable = Extract<LandedTable, `records_${string}`>;

type Plain<Type extends LandedType> = Type extends "INTEGER" | "DOUBLE"
  ? number
  : Type extends "BOOLEAN"
    ? boolean
    : string;

type Value<Type extends LandedType> = Type extends `${infer Base extends LandedType}?`
  ? Plain<Base> | null
  : Plain<Type>;

/** A row of a landed table. Dates are `yyyy-mm-dd`, timestamps `yyyy-mm-dd hh:mm:ss` in UTC. */
export type LandedRow<Table extends LandedTable> = {
  -readonly [Column in keyof (typeof landedTables)[Table]]: Value<
    (typeof landedTables)[Table][Column] & LandedType
  >;
};

/** The rows of one file, by table. */
export type LandedRows = { [Table in LandedTable]?: LandedRow<Table>[] };
