import type { RecordField } from "../form.ts";
import type { Cell } from "../parse/cell.ts";
import type { DatePrecision } from "../parse/date.ts";
import type { Identifier, PersonFacts } from "../parse/identifier.ts";
import type { NumberStyle } from "../parse/number.ts";
import { isCodeOrWords } from "../people/masked_question.ts";
import { MASK, type Problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import type { Match } from "../recognise/match.ts";
import { checkRow } from "./check_row.ts";
import type { ColumnWarnings } from "./column_warnings.ts";
import { answerTo, asking } from "./doubt.ts";
import { listUnits } from "./list_unit.ts";
import { headerText, numberStyle } from "./measure.ts";
import { type RecordCell, type RecordValue, readRecordCell } from "./record_cell.ts";
import { type SexCodes, sexCodes } from "./sex_codes.ts";
import { keyCells, placeOf, type SheetContext } from "./sheet_context.ts";

/** A row of a list as it was read: values by column of the sheet (0-based), and the numbers of its person. */
export interface ListRow {
  index: number;
  values: (RecordValue | null)[];
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
  const known = Object.entries(form.columns).filter(
    ([id, { type }]) => columns.has(id) && !["note", "ordinal"].includes(type),
  );
  const figures = known.filter(([, { type }]) => type === "number" || type === "count");
  const styles = new Map(
    figures.map(([id, { type }]) => [id, numberStyle(context, id, type === "count")]),
  );
  const shared = { warnings, sexes: sexCodes(context), questions: new Set<string>() };
  const readers = (isNumber: boolean) =>
    known
      .filter(([, { type }]) => (type === "identifier") === isNumber)
      .map(([id]) =>
        columnReader(context, id, { is_number: isNumber, style: styles.get(id), ...shared }),
      );
  const [plain, numbers] = [readers(false), readers(true)];
  const width = Math.max(-1, ...columns.values()) + 1;
  const factsOf = factsReader(context.match);
  const units = listUnits(context);
  return context.table.rows.map(({ index, section = null }, order) => {
    const row = blankRow(index, section, width);
    for (const read of plain) read(row, NO_FACTS);
    units.convert(row.values);
    if (order === 0) row.problems.push(...units.problems);
    const facts = factsOf(row);
    for (const read of numbers) read(row, facts);
    const placed = (id: string) => placeOf(context, index, columns.get(id));
    if (form.checks) row.problems.push(...checkRow(form, figuresOf(context.match, row), placed));
    return row;
  });
}

/** Of most rows; shared, for a map of its own would be most of what a row weighs. */
const TO_THE_DAY: ReadonlyMap<string, DatePrecision> = new Map();

function blankRow(index: number, section: string | null, width: number): ListRow {
  return {
    index,
    section,
    values: new Array(width).fill(null),
    precisions: TO_THE_DAY,
    identifiers: [],
    problems: [],
  };
}

function figuresOf({ columns }: Match, { values }: ListRow): Map<string, number> {
  const figures = new Map<string, number>();
  for (const [id, column] of columns) {
    const value = values[column];
    if (typeof value === "number") figures.set(id, value);
  }
  return figures;
}

/** What the reading of a column takes into account. */
interface ColumnOptions extends SharedOptions {
  /** Cells are numbers of persons, checked against what their row says. */
  is_number: boolean;
  style: NumberStyle | undefined;
}

/** What all columns of a sheet share. */
interface SharedOptions {
  warnings: ColumnWarnings;
  sexes: SexCodes;
  /** Codes that were asked about. */
  questions: Set<string>;
}

/** Reads a column's cell into its row. */
type ReadColumn = (row: ListRow, facts: PersonFacts) => void;

const MOST_KNOWN = 10_000;
const NO_FACTS: PersonFacts = {};

/**
 * A function that reads the cells of a column into their rows. It remembers what cells came to that say the
 * same in every row: a text that recurs is often one cell.
 */
function columnReader(
  context: SheetContext,
  id: string,
  { is_number: isNumber, style, warnings, sexes, questions }: ColumnOptions,
): ReadColumn {
  const column = context.match.columns.get(id) ?? 0;
  const known = new Map<Cell, RecordCell>();
  const cellAt = cellReader(context, id, column);
  const answer = (text: string) => answerTo(context, "choice", id, text.trim());
  const readCell = (cell: Cell, row: ListRow, facts: PersonFacts): RecordCell => {
    const place = () => placeOf(context, row.index, column);
    const read = readRecordCell(context.match, id, cell, style, { place, facts, sexes, answer });
    if (read.problem)
      row.problems.push(askedOnce(context, id, cell.text.trim(), read.problem, questions));
    if (read.warning)
      warnings.add(read.warning, { id, column, header: headerText(context, column) }, row.index);
    const isSteady = !isNumber && !read.problem && !read.warning;
    if (isSteady && known.size < MOST_KNOWN) known.set(cell, read);
    return read;
  };
  return (row, facts) => {
    const cell = cellAt(row.index);
    if (!cell) return;
    const read = known.get(cell) ?? readCell(cell, row, facts);
    if (read.identifier) row.identifiers.push(read.identifier);
    if (read.precision && read.precision !== "day")
      row.precisions = new Map(row.precisions).set(id, read.precision);
    if (read.value !== null) row.values[column] = read.value;
  };
}

/** The cell of a column in a row; an area that is merged over rows stands in all of them. */
function cellReader(context: SheetContext, id: string, column: number) {
  const { rows } = context.sheet;
  if (id !== context.match.form.keys.area?.column)
    return (row: number): Cell | null => rows[row]?.[column] ?? null;
  const keyCell = keyCells(context);
  return (row: number): Cell | null => keyCell(row, id);
}

/** An unknown code with its question, the first time; what could be a name is no code. */
function askedOnce(
  context: SheetContext,
  id: string,
  text: string,
  problem: Problem,
  questions: Set<string>,
): Problem {
  const { rule, found } = problem;
  const asked = `${id} ${text}`;
  const isName = found === MASK && !isCodeOrWords(text);
  if (rule !== "unknown_choice" || isName || questions.has(asked)) return problem;
  questions.add(asked);
  const choices = Object.entries(context.match.form.columns[id]?.choices ?? {});
  const candidates = choices.map(([choice, texts]) => {
    return { id: choice, vi: texts.join(", "), en: choice };
  });
  return asking(context, problem, {
    kind: "choice",
    column: id,
    text,
    samples: [],
    candidates: [...candidates, NOT_NEEDED],
  });
}

/** A function that gives what a row's own columns say of its person. */
function factsReader({ form, columns }: Match): (row: ListRow) => PersonFacts {
  const typeOf = (id: string) => form.columns[id]?.type;
  const sexColumn = columns.get(Object.keys(form.columns).find((id) => typeOf(id) === "sex") ?? "");
  const fields: RecordField<string>[] = Object.values(form.records?.fields ?? {});
  const birth = fields.flatMap((field) =>
    "as" in field && field.as === "birth_year" ? field.from : [],
  );
  const birthColumn = columns.get(birth.find((id) => typeOf(id) === "date") ?? "");
  return ({ values }) => {
    const facts: PersonFacts = {};
    const sex = values[sexColumn ?? -1];
    if (sex === "male" || sex === "female") facts.sex = sex;
    const date = values[birthColumn ?? -1];
    if (typeof date === "string") facts.birth_year = Number(date.slice(0, 4));
    return facts;
  };
}
