import type { RecordField } from "../form.ts";
import { wordKey } from "../parse/key.ts";
import { maskedText } from "../people/masked_text.ts";
import { type PersonTokens, personTokens } from "../people/person.ts";
import { MASK, type Problem, problem } from "../problems/problem.ts";
import { placeInSheet } from "../read/cell_place.ts";
import type { TableRow } from "../recognise/locate.ts";
import { columnWarnings } from "./column_warnings.ts";
import { deriver, type FieldReader, sectionChooser, sectionsOf } from "./derived_fields.ts";
import type { ExtractedRows, RowOutcome } from "./extracted_rows.ts";
import { heldPeople } from "./held_people.ts";
import type { RejectedRow } from "./incomplete_count.ts";
import { type ListRow, readListRows } from "./list_row.ts";
import { countRecords } from "./record_count.ts";
import { type RowAreas, rowAreas } from "./row_area.ts";
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
  const areas = rowAreas(context);
  const areaOf = areaReader(context, areas);
  const makeRecord = recordMaker(context, records.fields, areas);
  const isSure = surenessOf(context);
  const rejected: RejectedRow[] = [];
  const indices = new Map<object, number>();
  const held = heldPeople(context);
  rows.forEach((row, position) => {
    const area = areaOf(row);
    const fate = area.past ? null : held.of(context.table.rows[position] as TableRow);
    if (fate === "rejected") rejected.push({ index: row.index, area_id: area.area_id });
    if (fate) {
      extracted.outcomes.push(fate);
      return;
    }
    if (area.past) {
      extracted.outcomes.push(area.past);
      return;
    }
    const made = makeRecord(row, persons[position] ?? null);
    const conflict = findConflict(row);
    const repeated = made && !conflict && findDuplicate(row, made);
    extracted.problems.push(
      ...row.problems,
      ...(conflict ? [conflict] : []),
      ...(repeated ? [repeated] : []),
    );
    const isBelieved = made !== null && conflict === null;
    if (isBelieved && !repeated) extracted.records.push(made);
    if (isBelieved) indices.set(made, row.index);
    if (!isBelieved || !isSure(row)) rejected.push({ index: row.index, area_id: area.area_id });
    extracted.outcomes.push(outcomeOf(isBelieved && !repeated));
  });
  const counted = countRecords(
    context,
    extracted.records,
    rejected,
    (made) => indices.get(made) ?? 0,
  );
  extracted.problems.push(...warnings.problems(), ...areas.problems(), ...counted.problems);
  extracted.problems.push(...held.problems());
  extracted.observations.push(...counted.observations);
  return extracted;
}

/** A function that reads whose row it is; a list without a column of areas is the ward's. */
function areaReader(context: SheetContext, areas: RowAreas) {
  const { match, title } = context;
  const column = match.columns.get(match.form.keys.area?.column ?? "");
  const days = title.period.ok ? title.period.value : null;
  const without = column === undefined ? match.areas.ward_id : null;
  return ({ index, values }: ListRow): ReturnType<RowAreas["of"]> => {
    const text = values[column ?? -1] ?? null;
    if (text === null) return { area_id: without, past: null };
    const area = areas.of(String(text), days);
    areas.note(String(text), index, area);
    return area;
  };
}

/** A function that knows rows whose cells that a count depends on were all believed. */
function surenessOf(context: SheetContext): (row: ListRow) => boolean {
  const { form, columns } = context.match;
  const fields: Fields = form.records?.fields ?? {};
  const counts = Object.values(form.records?.counts ?? {});
  const named = counts.flatMap(({ where, valid_from, valid_to }) =>
    [where?.field, valid_from, valid_to].flatMap((name) => fields[name ?? ""] ?? []),
  );
  const ids = [...new Set(named.flatMap(columnsOf))].filter((id) => columns.has(id));
  return ({ problems, index }) => {
    if (problems.length === 0) return true;
    const cells = ids.map((id) => placeOf(context, index, columns.get(id)).cell);
    return !problems.some(({ cell, severity }) => severity === "error" && cells.includes(cell));
  };
}

/** A function that finds rows whose own choice belongs under another heading than the one they stand under. */
function conflictFinder(context: SheetContext): (row: ListRow) => Problem | null {
  const { form, columns } = context.match;
  const sections = form.records?.sections ?? {};
  const sectionOf = sectionChooser(context.match);
  const allOf = sectionsOf(context.match);
  return ({ index, section, values }) => {
    const [own, said] = sectionOf(values);
    const all = allOf(values);
    if (all.length > 1) {
      const place = placeOf(context, index, columns.get(said));
      return problem("section_conflict", place, all.join(", "), { heading: all[0] ?? "" });
    }
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

function recordMaker(context: SheetContext, fields: Fields, areas: RowAreas) {
  const { title, sheet, file_hash, table } = context;
  const derive = deriver(context, areas);
  const readers = fieldReaders(context, derive, factsAbove(table.above, fields), fields);
  const period_end = title.period.ok ? title.period.value.end : null;
  const ofAll = { period_end, file_hash, sheet: sheet.name, row: 0 };
  const blank = { ...Object.fromEntries(readers.map(({ name }) => [name, null])), ...ofAll };
  return (row: ListRow, person: PersonTokens | null): Record<string, unknown> | null => {
    const made: Record<string, unknown> = {
      ...blank,
      row: placeInSheet(sheet, row.index, 0).row + 1,
    };
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
function fieldReaders(
  context: SheetContext,
  derive: ReturnType<typeof deriver>,
  facts: ReadonlyMap<string, string>,
  fields: Fields,
) {
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
