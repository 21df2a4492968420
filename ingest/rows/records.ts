import type { RecordField } from "../form.ts";
import { wordKey } from "../parse/key.ts";
import { maskedText } from "../people/masked_text.ts";
import { type PersonTokens, personTokens } from "../people/person.ts";
import { MASK, type Problem, problem } from "../problems/problem.ts";
import { columnWarnings } from "./column_warnings.ts";
import { deriver, type FieldReader, sectionChooser } from "./derived_fields.ts";
import type { ExtractedRows, RowOutcome } from "./extracted_rows.ts";
import { type ListRow, readListRows } from "./list_row.ts";
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
  const findDuplicate = duplicateFinder(context, records.unique);
  const findConflict = conflictFinder(context);
  const makeRecord = recordMaker(context, records.fields);
  rows.forEach((row, position) => {
    const made = makeRecord(row, persons[position] ?? null);
    const repeated = made && findDuplicate(row, made);
    const conflict = findConflict(row);
    extracted.problems.push(
      ...row.problems,
      ...(conflict ? [conflict] : []),
      ...(repeated ? [repeated] : []),
    );
    if (made && !repeated) extracted.records.push(made);
    extracted.outcomes.push(outcomeOf(made !== null && !repeated));
  });
  extracted.problems.push(...warnings.problems());
  extracted.observations.push(...countRecords(context, extracted.records));
  return extracted;
}

/** A function that finds rows whose own choice belongs under another heading than the one they stand under. */
function conflictFinder(context: SheetContext): (row: ListRow) => Problem | null {
  const { form, columns } = context.match;
  const sections = form.records?.sections ?? {};
  const sectionOf = sectionChooser(context.match);
  return ({ index, section, values }) => {
    const [own, said] = sectionOf(values);
    if (!section || !own || own === section || sections[own]?.is_anywhere) return null;
    const heading = sections[section]?.texts[0] ?? section;
    const place = placeOf(context, index, columns.get(said));
    return problem("section_conflict", place, cellOf(context, index, said)?.text ?? null, {
      heading,
    });
  };
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
  const { title, sheet, file_hash, table } = context;
  const readers = fieldReaders(context, factsAbove(table.above, fields), fields);
  const period_end = title.period.ok ? title.period.value.end : null;
  const ofAll = { period_end, file_hash, sheet: sheet.name, row: 0 };
  const blank = { ...Object.fromEntries(readers.map(({ name }) => [name, null])), ...ofAll };
  return (row: ListRow, person: PersonTokens | null): Record<string, unknown> | null => {
    const made: Record<string, unknown> = { ...blank, row: row.index + 1 };
    for (const { name, field, isRequired, read } of readers) {
      const value = read(row, person);
      made[name] = value;
      if (value !== null || !isRequired) continue;
      complain(context, row, field);
      return null;
    }
    return made;
  };
}

/** How each field of a record is read; what the lines above the list say holds for all its rows. */
function fieldReaders(context: SheetContext, facts: ReadonlyMap<string, string>, fields: Fields) {
  const derive = deriver(context);
  return Object.entries(fields).map(([name, field]) => {
    const fact = facts.get(name);
    const read = fact === undefined ? fieldReader(context, field, derive) : () => fact;
    return { name, field, isRequired: !field.type.endsWith("?"), read };
  });
}

function fieldReader(
  { match }: SheetContext,
  field: RecordField<string>,
  derive: ReturnType<typeof deriver>,
): FieldReader {
  if ("above" in field) return () => null;
  if ("as" in field) return derive(field);
  const column = match.columns.get(field.from) ?? -1;
  return ({ values }) => values[column] ?? null;
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

/** A function that knows the records that came before: one with the same key is a problem. */
function duplicateFinder(
  context: SheetContext,
  unique: readonly string[],
): (row: ListRow, made: Record<string, unknown>) => Problem | null {
  const column = uniqueColumn(context, unique);
  const seen = new Map<unknown, number>();
  const [only = "", ...others] = unique;
  const keyOf = (made: Record<string, unknown>) =>
    others.length === 0 ? made[only] : JSON.stringify(unique.map((name) => made[name]));
  if (unique.length === 0) return () => null;
  return ({ index }, made) => {
    const first = seen.get(keyOf(made));
    if (first === undefined) {
      seen.set(keyOf(made), index);
      return null;
    }
    const found = made["person_key"] ? MASK : unique.map((name) => made[name]).join(" · ");
    const masked = maskedText(context.match, { headers: [], type: "code" }, found);
    const words = { first: placeOf(context, first, column).cell ?? "" };
    return problem("duplicate_key", placeOf(context, index, column), masked, words);
  };
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
