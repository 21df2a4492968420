import { loadForms } from "../forms.ts";
import type { LandedType } from "../parse/landed_type.ts";
import { programmeColumns, programmeTable } from "../programme/declaration.ts";
import { loadProgrammeFiles } from "../programme/programme_files.ts";
import { recordsTable, recordsTables } from "./records_table.ts";

const forms = await loadForms();
const programmeFiles = await loadProgrammeFiles();

/** The tables that every form lands in. `area_text` is as written; `area_id` is null when the text names no known area. */
const commonTables = {
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
  remarks: {
    form: "VARCHAR",
    remark: "VARCHAR",
    category: "VARCHAR?",
    area_text: "VARCHAR?",
    area_id: "VARCHAR?",
    frequency: "VARCHAR",
    period_start: "DATE",
    period_end: "DATE",
    content: "VARCHAR",
    written_date: "DATE?",
    due_date: "DATE?",
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
  questions: {
    file_hash: "VARCHAR",
    question_id: "VARCHAR",
    kind: "VARCHAR",
    form: "VARCHAR?",
    column_id: "VARCHAR?",
    sheet: "VARCHAR?",
    cell: "VARCHAR?",
    text: "VARCHAR",
    samples: "VARCHAR",
    candidates: "VARCHAR",
    question_vi: "VARCHAR",
    question_en: "VARCHAR",
  },
  applied_lessons: {
    file_hash: "VARCHAR",
    lesson_id: "VARCHAR",
  },
  forms: {
    form: "VARCHAR",
    title_vi: "VARCHAR",
    title_en: "VARCHAR",
    agency_id: "VARCHAR",
    expected_every: "VARCHAR?",
    grace_days: "INTEGER",
  },
  form_measures: {
    form: "VARCHAR",
    measure: "VARCHAR",
    title_vi: "VARCHAR",
  },
  linkage: {
    form: "VARCHAR",
    file_hash: "VARCHAR",
    identified_by: "VARCHAR",
    persons: "INTEGER",
    persons_linked: "INTEGER",
    persons_elsewhere: "INTEGER",
  },
  programme_versions: {
    programme_hash: "VARCHAR",
    received_at: "TIMESTAMP",
  },
  report_figures: {
    sequence: "INTEGER",
    period_label: "VARCHAR",
    period_start: "DATE",
    period_end: "DATE",
    as_of: "DATE",
    known_by: "DATE",
    report_number: "VARCHAR?",
    report_date: "DATE?",
    is_sample: "BOOLEAN",
    indicator_id: "VARCHAR",
    area_id: "VARCHAR",
    frequency: "VARCHAR?",
    period_value: "DOUBLE?",
    latest_period_end: "DATE?",
    latest_value: "DOUBLE?",
    planned_value: "DOUBLE?",
    target_value: "DOUBLE?",
    probability_met: "DOUBLE?",
    status: "VARCHAR",
    reason_code: "VARCHAR?",
  },
  report_observations: {
    sequence: "INTEGER",
    indicator_id: "VARCHAR",
    area_id: "VARCHAR",
    frequency: "VARCHAR",
    period_start: "DATE",
    period_end: "DATE",
    value: "DOUBLE",
  },
} as const satisfies Record<string, Record<string, LandedType>>;

/** The name of a table of records. */
export type RecordsTable = `records_${string}`;

/** The name of a table of the ward's decisions: a file of the programme, or its versions. */
type ProgrammeTable = `programme_${string}`;

/** The name of a landed table. */
export type LandedTable = keyof typeof commonTables | RecordsTable | ProgrammeTable;

/**
 * The landed tables: column order and types of every Parquet part. The contract with the models. Tables
 * of records are those that the forms declare, those of the programme its files.
 */
export const landedTables: typeof commonTables & {
  readonly [Table in RecordsTable]: Readonly<Record<string, LandedType>>;
} = {
  ...commonTables,
  ...recordsTables(forms),
  ...Object.fromEntries(
    programmeFiles.map((file) => [programmeTable(file), programmeColumns(file)]),
  ),
};

/** The tables whose parts are of a file of the inbox or of all of them together. */
export const inboxTables = (Object.keys(landedTables) as LandedTable[])
  .filter((table): table is keyof LandedRows => !table.startsWith("programme_"))
  .sort();

/** The tables whose rows are people. */
export const personalTables: readonly RecordsTable[] = forms
  .filter(({ records }) => records?.is_personal)
  .map(recordsTable);

/** The columns of a landed table with their types. Throws `unknown landed table: …`. */
export function landedColumns(table: LandedTable): Readonly<Record<string, LandedType>> {
  const columns = (landedTables as Record<string, Readonly<Record<string, LandedType>>>)[table];
  if (columns) return columns;
  throw new Error(`unknown landed table: ${table}`);
}

type Plain<Type extends LandedType> = Type extends "INTEGER" | "DOUBLE"
  ? number
  : Type extends "BOOLEAN"
    ? boolean
    : string;

type Value<Type extends LandedType> = Type extends `${infer Base extends LandedType}?`
  ? Plain<Base> | null
  : Plain<Type>;

/** A row of a landed table. Dates are `yyyy-mm-dd`, timestamps `yyyy-mm-dd hh:mm:ss` in UTC. */
export type LandedRow<Table extends LandedTable> = Table extends keyof typeof commonTables
  ? {
      -readonly [Column in keyof (typeof commonTables)[Table]]: Value<
        (typeof commonTables)[Table][Column] & LandedType
      >;
    }
  : Record<string, unknown>;

/** The rows of one file, by table. */
export type LandedRows = {
  [Table in keyof typeof commonTables]?: LandedRow<Table>[];
} & { [Table in RecordsTable]?: Record<string, unknown>[] };
