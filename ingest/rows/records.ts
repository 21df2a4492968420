import type { RecordField } from "../form.ts";
import { wordKey } from "../parse/key.ts";
import { maskedText } from "../people/masked_text.ts";
import { type PersonTokens, personTokens } from "../people/person.ts";
import { MASK, type Problem, problem } from "../problems/problem.ts";
import { placeInSheet } from "../read/cell_place.ts";
import { columnWarnings } from "./column_warnings.ts";
import { chosenSection, deriver } from "./derived_fields.ts";
import type { ExtractedRows, RowOutcome } from "./extracted_rows.ts";
import { type ListRow, readListRows } from "./list_row.ts";
import type { RecordValue } from "./record_cell.ts";
import { countRecords } from "./record_count.ts";
import { cellOf, placeOf, type SheetContext } from "./sheet_context.ts";

type Fields = Readonly<Record<string, RecordField<string>>>;

/** Reads the rows of a list: each becomes a record or says why it can't be one. */
export function readRecords(context: SheetContext): ExtractedRows {
  const { records } = context.match.form;
  if (!records) throw new Error(`no records declared: ${context.match.form.id}`);
  const warnings = columnWarnings(context);
  const rows = readListRows(context, warnings);
  const persons = hasPersons(records.fields)
    ? personTokens(
        rows.map(({ identifiers }) => identifiers),
        context.personKey(),
      )
    : [];
  const extracted: ExtractedRows = {
    observations: [],
    remarks: [],
    records: [],
    problems: [],
    outcomes: [],
  };
  const seen = new Map<string, number>();
  const indices = new Map<object, number>();
  const makeRecord = recordMaker(context, records.fields);
  rows.forEach((row, position) => {
    const made = makeRecord(row, persons[position] ?? null);
    const repeated = made && duplicate(context, row, made, records.unique, seen);
    const conflict = sectionConflict(context, row);
    extracted.problems.push(
      ...row.problems,
      ...(conflict ? [conflict] : []),
      ...(repeated ? [repeated] : []),
    );
    if (made && !repeated) extracted.records.push(made);
    if (made) indices.set(made, row.index);
    extracted.outcomes.push(outcomeOf(made !== null && !repeated));
  });
  extracted.problems.push(...warnings.problems());
  extracted.observations.push(
    ...countRecords(context, extracted.records, (made) => indices.get(made) ?? 0),
  );
  return extracted;
}

/** A row whose own choice belongs under another heading than the one it stands under. */
function sectionConflict(
  context: SheetContext,
  { index, section, values }: ListRow,
): Problem | null {
  const { form, columns } = context.match;
  const [own, said] = chosenSection(form, values);
  if (!section || !own || own === section || form.records?.sections?.[own]?.is_anywhere)
    return null;
  const heading = form.records?.sections?.[section]?.texts[0] ?? section;
  const place = placeOf(context, index, columns.get(said));
  return problem("section_conflict", place, cellOf(context, index, said)?.text ?? null, {
    heading,
  });
}

function outcomeOf(isLanded: boolean): RowOutcome {
  return isLanded ? "landed" : "rejected";
}

function hasPersons(fields: Fields): boolean {
  return Object.values(fields).some(isPerson);
}

function isPerson(field: RecordField<string>): boolean {
  return "as" in field && field.as === "person_key";
}

function recordMaker(context: SheetContext, fields: Fields) {
  const derive = deriver(context);
  const { title, sheet, file_hash, table } = context;
  const facts = factsAbove(table.above, fields);
  const named = Object.entries(fields);
  const period_end = title.period.ok ? title.period.value.end : null;
  return (row: ListRow, person: PersonTokens | null): Record<string, unknown> | null => {
    const made: Record<string, unknown> = {};
    for (const [name, field] of named) {
      made[name] = facts.get(name) ?? fieldValue(row, field, person, derive);
      if (made[name] !== null || field.type.endsWith("?")) continue;
      complain(context, row, field);
      return null;
    }
    return Object.assign(made, {
      period_end,
      file_hash,
      sheet: sheet.name,
      row: placeInSheet(sheet, row.index, 0).row + 1,
    });
  };
}

function fieldValue(
  row: ListRow,
  field: RecordField<string>,
  person: PersonTokens | null,
  derive: ReturnType<typeof deriver>,
): RecordValue | null {
  if ("above" in field) return null;
  return "as" in field ? derive(field, row, person) : (row.values.get(field.from) ?? null);
}

/** What the lines above a list say for its fields: behind the label, or in the next cell. */
function factsAbove(lines: readonly string[], fields: Fields): Map<string, string> {
  const labelled = Object.entries(fields).flatMap(([name, field]) =>
    "above" in field ? field.above.map((label) => ({ name, key: wordKey(label) })) : [],
  );
  const found = labelled.flatMap(({ name, key }) => {
    const at = lines.findIndex((line) => wordKey(line.split(":")[0] ?? "") === key);
    const own = (lines[at] ?? "").split(":").slice(1).join(":").trim();
    const text = own || (at >= 0 ? (lines[at + 1] ?? "") : "");
    return text === "" ? [] : [[name, text] as const];
  });
  return new Map(found);
}

/** Says what a record lacks, unless the row's own cells said it already. */
function complain(context: SheetContext, row: ListRow, field: RecordField<string>): void {
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
  seen: Map<string, number>,
): Problem | null {
  if (unique.length === 0) return null;
  const key = JSON.stringify(unique.map((name) => made[name]));
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, index);
    return null;
  }
  const column = uniqueColumn(context, unique);
  const found = made["person_key"] ? MASK : unique.map((name) => made[name]).join(" · ");
  const masked = maskedText(context.match, { headers: [], type: "code" }, found);
  const words = { first: placeOf(context, first, column).cell ?? "" };
  return problem("duplicate_key", placeOf(context, index, column), masked, words);
}

function uniqueColumn({ match }: SheetContext, unique: readonly string[]): number | undefined {
  const fields: Fields = match.form.records?.fields ?? {};
  const field = fields[unique[0] ?? ""];
  const ids = field ? columnsOf(field) : [];
  return ids.map((id) => match.columns.get(id)).find((column) => column !== undefined);
}

function columnsOf(field: RecordField<string>): readonly string[] {
  if ("above" in field) return [];
  return "as" in field ? field.from : [field.from];
}
