import { areaColumn } from "./area_column.ts";
import { doubtTally } from "./doubt_tally.ts";
import type { Field } from "./form.ts";
import { type Harvest, placeOf, type RowOutcome, type SheetContext } from "./harvest.ts";
import { type ListRow, readListRows } from "./list_row.ts";
import type { Identifier } from "./parse/identifier.ts";
import { personKeys } from "./person.ts";
import { MASK, type Problem, problem } from "./problem.ts";
import type { RecordValue } from "./record_cell.ts";
import { countRecords } from "./record_count.ts";
import { ward } from "./ward.ts";

type Fields = Readonly<Record<string, Field<string>>>;

type Derived = Extract<Field<string>, { as: string }>;

/** Reads the rows of a list: each becomes a record or says why it can't be one. */
export function record(context: SheetContext): Harvest {
  const { records } = context.match.form;
  if (!records) throw new Error(`no records declared: ${context.match.form.id}`);
  const doubts = doubtTally(context);
  const rows = readListRows(context, doubts);
  const persons = hasPersons(records.fields)
    ? personKeys(
        rows.map(({ identifiers }) => identifiers),
        context.personKey(),
      )
    : [];
  const harvest: Harvest = { observations: [], records: [], problems: [], outcomes: [] };
  const seen = new Map<string, string>();
  const makeRecord = recordMaker(context, records.fields);
  rows.forEach((row, position) => {
    const made = makeRecord(row, persons[position] ?? null);
    const repeated = made && duplicate(context, row, made, records.unique, seen);
    harvest.problems.push(...row.problems, ...(repeated ? [repeated] : []));
    if (made && !repeated) harvest.records.push(made);
    harvest.outcomes.push(outcomeOf(made !== null && !repeated));
  });
  harvest.problems.push(...doubts.problems());
  harvest.observations.push(...countRecords(context, harvest.records));
  return harvest;
}

function outcomeOf(isLanded: boolean): RowOutcome {
  return isLanded ? "landed" : "rejected";
}

function hasPersons(fields: Fields): boolean {
  return Object.values(fields).some(isPerson);
}

function isPerson(field: Field<string>): boolean {
  return "as" in field && field.as === "person_key";
}

/** How the fields that no single column holds are derived from a row. */
const derivations: Record<
  Derived["as"],
  (row: ListRow, values: RecordValue[], person: string | null, areaOf: AreaOf) => RecordValue | null
> = {
  person_key: (_, __, person) => person,
  birth_year: ({ identifiers }, values) =>
    values.map((value) => Number(String(value).slice(0, 4)))[0] ?? said(identifiers, "birth_year"),
  sex: ({ identifiers }, values) => values[0] ?? said(identifiers, "sex"),
  group_code: ({ identifiers }, values) =>
    /^[A-Z]{2}/.exec(String(values[0] ?? "").toUpperCase())?.[0] ?? said(identifiers, "group_code"),
  benefit_level: ({ identifiers }, values) => values[0] ?? said(identifiers, "benefit_level"),
  area_id: (_, values, __, areaOf) => areaOf(values[0]),
};

type AreaOf = (text: RecordValue | undefined) => string | null;

/** What the first of a person's numbers that says anything says. */
function said(
  identifiers: readonly Identifier[],
  fact: "birth_year" | "sex" | "group_code" | "benefit_level",
): RecordValue | null {
  return identifiers.map((identifier) => identifier[fact]).find((value) => value) ?? null;
}

function recordMaker(context: SheetContext, fields: Fields) {
  const areas = areaColumn(context.match);
  const hasAreas = context.match.columns.has(context.match.form.keys.area?.column ?? "");
  const areaOf: AreaOf = (text) =>
    text === undefined ? (hasAreas ? null : ward.area_id) : areas.read(String(text));
  const { title, sheet, file_hash } = context;
  return (row: ListRow, person: string | null): Record<string, unknown> | null => {
    const made: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(fields)) {
      made[name] = fieldValue(row, field, person, areaOf);
      if (made[name] !== null || field.type.endsWith("?")) continue;
      complain(context, row, field);
      return null;
    }
    const period_end = title.period.ok ? title.period.value.end : null;
    return { ...made, period_end, file_hash, sheet: sheet.name, row: row.index + 1 };
  };
}

function fieldValue(row: ListRow, field: Field<string>, person: string | null, areaOf: AreaOf) {
  if (!("as" in field)) return row.values.get(field.from) ?? null;
  const values = field.from.flatMap((id) => row.values.get(id) ?? []);
  return derivations[field.as](row, values, person, areaOf);
}

/** Says what a record lacks, unless the row's own cells said it already. */
function complain(context: SheetContext, row: ListRow, field: Field<string>): void {
  const { form, columns } = context.match;
  const ids = columnsOf(field);
  const cells = ids.map((id) => placeOf(context, row.index, columns.get(id)).cell);
  if (row.problems.some(({ cell, severity }) => severity === "error" && cells.includes(cell)))
    return;
  const words = { column: ids.map((id) => form.columns[id]?.headers[0] ?? id).join(" / ") };
  const place = placeOf(context, row.index, columns.get(ids[0] ?? ""));
  row.problems.push(
    problem(isPerson(field) ? "missing_person" : "missing_key", place, null, words),
  );
}

function duplicate(
  context: SheetContext,
  { index }: ListRow,
  made: Record<string, unknown>,
  unique: readonly string[],
  seen: Map<string, string>,
): Problem | null {
  if (unique.length === 0) return null;
  const key = JSON.stringify(unique.map((name) => made[name]));
  const place = placeOf(context, index, uniqueColumn(context, unique));
  const first = seen.get(key);
  const found = made["person_key"] ? MASK : unique.map((name) => made[name]).join(" · ");
  if (first) return problem("duplicate_key", place, found, { first });
  seen.set(key, place.cell ?? "");
  return null;
}

function uniqueColumn({ match }: SheetContext, unique: readonly string[]): number | undefined {
  const fields: Fields = match.form.records?.fields ?? {};
  const field = fields[unique[0] ?? ""];
  const ids = field ? columnsOf(field) : [];
  return ids.map((id) => match.columns.get(id)).find((column) => column !== undefined);
}

function columnsOf(field: Field<string>): readonly string[] {
  return "as" in field ? field.from : [field.from];
}
