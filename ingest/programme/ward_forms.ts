import { createHash } from "node:crypto";
import type { Form, FormCategory, FormColumn, FormColumnType, Measure } from "../form.ts";
import { loadForms } from "../forms.ts";
import { type ProgrammeRow, type ProgrammeTables, rowsOf } from "./declaration.ts";

/** What a column of a ward's own form may be: figures and what tells their rows apart, nothing of persons. */
export const WARD_COLUMN_TYPES = [
  "ordinal",
  "area",
  "period",
  "category",
  "unit",
  "number",
  "count",
  "note",
] as const satisfies readonly FormColumnType[];

/** The ids of the forms that every ward has. */
export const shippedForms: ReadonlySet<string> = new Set((await loadForms()).map(({ id }) => id));

const GRACE_DAYS = 15;

/** All forms that files are read by: the shipped ones and those of the programme. */
export async function loadAllForms(tables: ProgrammeTables): Promise<Form[]> {
  return [...(await loadForms()), ...wardForms(tables)];
}

/** The forms that a programme declares, by id: the same declarations as those in `ingest/forms`, as plain data. */
export function wardForms(tables: ProgrammeTables): Form[] {
  const columns = Map.groupBy(rowsOf(tables, "form_columns"), ({ form_id }) => form_id);
  const forms = rowsOf(tables, "forms").map((row) =>
    formOf(row, columns.get(row["form_id"] ?? null) ?? []),
  );
  return forms.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A short hash of what the ward's own forms say; empty while there are none. */
export function wardFormsVersion(forms: readonly Form[]): string {
  if (forms.length === 0) return "";
  return createHash("sha256").update(JSON.stringify(forms)).digest("hex").slice(0, 16);
}

function formOf(row: ProgrammeRow, columns: readonly ProgrammeRow[]): Form {
  const id = String(row["form_id"]);
  const title_vi = String(row["title_vi"]);
  return {
    id,
    title_vi,
    title_en: textIn(row, "title_en") ?? id.replaceAll("_", " "),
    agency_id: String(row["agency_id"]),
    expected_every: textIn(row, "expected_every") as Form["expected_every"],
    grace_days: numberIn(row, "grace_days") ?? GRACE_DAYS,
    match: {
      subject: listIn(row, "subject"),
      title_words: listIn(row, "title_words"),
      file_words: listIn(row, "file_words"),
      allows: listIn(row, "allows"),
    },
    columns: Object.fromEntries(columns.map((column) => [idOf(column), columnOf(column)])),
    keys: keysOf(columns),
    measures: measuresOf(columns),
    window: String(row["period_window"]) as Form["window"],
    frequency: String(row["frequency"]) as Form["frequency"],
    blanks: { dash: blankIn(row, "dash_means"), empty: blankIn(row, "empty_means") },
    totals: String(row["totals"]) as Form["totals"],
  };
}

function columnOf(row: ProgrammeRow): FormColumn {
  return {
    headers: headersIn(row),
    type: String(row["type"]) as FormColumnType,
    ...(row["is_required"] === true && { is_required: true }),
  };
}

/** The ways to head a column, as its row has them. */
export function headersIn(row: ProgrammeRow): string[] {
  const ways = String(row["headers"] ?? "").split(/[;\n]/);
  return ways.map((way) => way.replace(/\s+/g, " ").trim()).filter((way) => way !== "");
}

function keysOf(columns: readonly ProgrammeRow[]): Form["keys"] {
  const [area, period, category] = ["area", "period", "category"].map((type) =>
    columns.find((column) => column["type"] === type),
  );
  return {
    ...(area && { area: { column: idOf(area), blank: "reject" as const } }),
    ...(period && { period: { column: idOf(period) } }),
    ...(category && { category: categoryKey(category) }),
  };
}

function categoryKey(row: ProgrammeRow): NonNullable<Form["keys"]["category"]> {
  const pairs = listIn(row, "categories").map((each) => each.split("=") as [string, string]);
  if (pairs.length === 0) return { column: idOf(row), open: "text" };
  const known: Record<string, FormCategory> = {};
  for (const [id, text = ""] of pairs)
    known[id.trim()] = { texts: [...(known[id.trim()]?.texts ?? []), text.trim()] };
  return { column: idOf(row), known };
}

function measuresOf(columns: readonly ProgrammeRow[]): Record<string, Measure> {
  const units = columns.find(({ type }) => type === "unit");
  const figures = columns.filter(({ type }) => type === "number" || type === "count");
  return Object.fromEntries(
    figures.map((row): [string, Measure] => [idOf(row), measureOf(row, units && idOf(units))]),
  );
}

function measureOf(row: ProgrammeRow, units: string | undefined): Measure {
  const [minimum, maximum] = [numberIn(row, "minimum"), numberIn(row, "maximum")];
  const unit = textIn(row, "unit") as Measure["unit"] | null;
  return {
    unit: unit ?? { column: units ?? "" },
    kind: String(row["kind"]) as Measure["kind"],
    ...(minimum !== null && { minimum }),
    ...(maximum !== null && { maximum }),
    ...(row["is_subset"] === true && { is_subset: true }),
  };
}

function idOf(row: ProgrammeRow): string {
  return String(row["column_id"]);
}

function blankIn(row: ProgrammeRow, column: string): Form["blanks"]["dash"] {
  return String(row[column]) as Form["blanks"]["dash"];
}

function listIn(row: ProgrammeRow, column: string): string[] {
  return (textIn(row, column) ?? "").split("|").filter((each) => each !== "");
}

function textIn(row: ProgrammeRow, column: string): string | null {
  const value = row[column] ?? null;
  return value === null ? null : String(value);
}

function numberIn(row: ProgrammeRow, column: string): number | null {
  const value = row[column] ?? null;
  return value === null ? null : Number(value);
}
