import type { Form, RecordField } from "../form.ts";
import type { Cell } from "../parse/cell.ts";
import type { DatePrecision } from "../parse/date.ts";
import type { Identifier, PersonFacts } from "../parse/identifier.ts";
import type { NumberStyle } from "../parse/number.ts";
import { MASK, type Problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import { checkRow } from "./check_row.ts";
import type { ColumnWarnings } from "./column_warnings.ts";
import { answerTo, asking } from "./doubt.ts";
import { headerText, numberStyle } from "./measure.ts";
import { type RecordCell, type RecordValue, readRecordCell } from "./record_cell.ts";
import { type SexCodes, sexCodes } from "./sex_codes.ts";
import { cellOf, keyCells, placeOf, type SheetContext } from "./sheet_context.ts";

/** A row of a list as it was read: values by column id, and the numbers of its person. */
export interface ListRow {
  index: number;
  values: Map<string, RecordValue>;
  /** By column id, how much was written of dates that were not written to the day. */
  precisions: ReadonlyMap<string, DatePrecision>;
  /** The heading that it stands under, where the form declares headings. */
  section: string | null;
  identifiers: Identifier[];
  problems: Problem[];
}

/** Reads the cells of a list's rows, those of numbers last; broken identities warn. */
export function readListRows(context: SheetContext, warnings: ColumnWarnings): ListRow[] {
  const { form, columns } = context.match;
  const read = Object.entries(form.columns).filter(
    ([id, { type }]) => columns.has(id) && !["note", "ordinal"].includes(type),
  );
  const plain = read.filter(([, { type }]) => type !== "identifier").map(([id]) => id);
  const numbers = read.filter(([, { type }]) => type === "identifier").map(([id]) => id);
  const figures = read.filter(([, { type }]) => type === "number" || type === "count");
  const styles = new Map(
    figures.map(([id, { type }]) => [id, numberStyle(context, id, type === "count")]),
  );
  const shared = { warnings, sexes: sexCodes(context), questions: new Set<string>() };
  const asked = plain.map((id) => ({ id, ask: askOf(context, id, styles.get(id), shared) }));
  const numbered = numbers.map((id) => ({ id, ask: askOf(context, id, undefined, shared) }));
  const factsOf = factsReader(form);
  return context.table.rows.map(({ index, section = null }) => {
    const row = blankRow(index, section);
    for (const { id, ask } of asked) readInto(context, row, id, ask);
    const facts = factsOf(row);
    for (const { id, ask } of numbered) readInto(context, row, id, { ...ask, facts, known: null });
    const placed = (id: string) => placeOf(context, index, columns.get(id));
    if (form.checks) row.problems.push(...checkRow(form, figuresOf(row), placed));
    return row;
  });
}

/** Of most rows; shared, for a map of its own would be most of what a row weighs. */
const TO_THE_DAY: ReadonlyMap<string, DatePrecision> = new Map();

function blankRow(index: number, section: string | null): ListRow {
  return {
    index,
    section,
    values: new Map(),
    precisions: TO_THE_DAY,
    identifiers: [],
    problems: [],
  };
}

function figuresOf({ values }: ListRow): Map<string, number> {
  return new Map(
    [...values].filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
}

/** What the reading of a cell takes into account. */
interface Ask extends SharedAsk {
  style: NumberStyle | undefined;
  facts?: PersonFacts;
  answer: (text: string) => string | null;
  cellAt: (row: number, id: string) => Cell | null;
  /** What cells read before came to: a text that recurs is often one cell. Null where rows differ. */
  known: Map<Cell, RecordCell> | null;
}

/** What all columns of a sheet share. */
interface SharedAsk {
  warnings: ColumnWarnings;
  sexes: SexCodes;
  /** Codes that were asked about. */
  questions: Set<string>;
}

const MOST_KNOWN = 10_000;

function askOf(
  context: SheetContext,
  id: string,
  style: NumberStyle | undefined,
  shared: SharedAsk,
): Ask {
  const answer = (text: string) => answerTo(context, "choice", id, text.trim());
  const isArea = id === context.match.form.keys.area?.column;
  const cellAt = isArea
    ? keyCells(context)
    : (row: number, column: string) => cellOf(context, row, column);
  return { ...shared, style, answer, cellAt, known: new Map() };
}

const NO_FACTS: PersonFacts = {};

/** Reads one cell into the row; numbers of a person are checked against what the row says of them. */
function readInto(context: SheetContext, row: ListRow, id: string, ask: Ask): void {
  const cell = ask.cellAt(row.index, id);
  if (!cell) return;
  const read = ask.known?.get(cell) ?? readCell(context, row, id, cell, ask);
  if (read.identifier) row.identifiers.push(read.identifier);
  if (read.precision && read.precision !== "day")
    row.precisions = new Map(row.precisions).set(id, read.precision);
  if (read.value !== null) row.values.set(id, read.value);
}

function readCell(
  context: SheetContext,
  row: ListRow,
  id: string,
  cell: Cell,
  { style, facts = NO_FACTS, warnings, known, sexes, answer, questions }: Ask,
): RecordCell {
  const column = context.match.columns.get(id) ?? 0;
  const place = () => placeOf(context, row.index, column);
  const read = readRecordCell(context.match, id, cell, style, { place, facts, sexes, answer });
  if (read.problem) row.problems.push(askedOnce(context, id, read.problem, questions));
  if (read.warning)
    warnings.add(read.warning, { id, column, header: headerText(context, column) }, row.index);
  if (known && known.size < MOST_KNOWN && !read.problem && !read.warning) known.set(cell, read);
  return read;
}

/** An unknown code with its question, the first time; what could be a name is no code. */
function askedOnce(
  context: SheetContext,
  id: string,
  problem: Problem,
  questions: Set<string>,
): Problem {
  const { rule, found } = problem;
  const asked = `${id} ${found}`;
  if (rule !== "unknown_choice" || found === null || found === MASK || questions.has(asked))
    return problem;
  questions.add(asked);
  const choices = Object.entries(context.match.form.columns[id]?.choices ?? {});
  const candidates = choices.map(([choice, texts]) => {
    return { id: choice, vi: texts.join(", "), en: choice };
  });
  return asking(context, problem, {
    kind: "choice",
    column: id,
    text: found,
    samples: [],
    candidates: [...candidates, NOT_NEEDED],
  });
}

/** A function that gives what a row's own columns say of its person. */
function factsReader({ columns, records }: Form): (row: ListRow) => PersonFacts {
  const sexColumn = Object.keys(columns).find((id) => columns[id]?.type === "sex");
  const fields: RecordField<string>[] = Object.values(records?.fields ?? {});
  const birth = fields.flatMap((field) =>
    "as" in field && field.as === "birth_year" ? field.from : [],
  );
  const birthColumn = birth.find((id) => columns[id]?.type === "date");
  return ({ values }) => {
    const facts: PersonFacts = {};
    const sex = values.get(sexColumn ?? "");
    if (sex === "male" || sex === "female") facts.sex = sex;
    const date = values.get(birthColumn ?? "");
    if (typeof date === "string") facts.birth_year = Number(date.slice(0, 4));
    return facts;
  };
}
