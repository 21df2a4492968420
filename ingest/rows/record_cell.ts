import type { Form, FormColumn, FormColumnType } from "../form.ts";
import { parseBoolean } from "../parse/boolean.ts";
import type { Cell } from "../parse/cell.ts";
import { parseChoice } from "../parse/choice.ts";
import { type DatePrecision, parseDateCell } from "../parse/date.ts";
import { type Identifier, type PersonFacts, parseIdentifier } from "../parse/identifier.ts";
import { wordKey } from "../parse/key.ts";
import { type NumberStyle, parseNumberCell } from "../parse/number.ts";
import { parsePeriod } from "../parse/period.ts";
import { failure, type Result, success } from "../parse/result.ts";
import type { TermReader } from "../parse/vocabulary.ts";
import { maskedText } from "../people/masked_text.ts";
import {
  MASK,
  type Problem,
  type ProblemPlace,
  parserProblem,
  problem,
} from "../problems/problem.ts";
import type { RuleId } from "../problems/problem_rules.ts";
import type { Match } from "../recognise/match.ts";
import type { SexCodes } from "./sex_codes.ts";

/** What a cell of a list lands as. Dates are ISO texts. */
export type RecordValue = string | number | boolean;

/** A cell of a list, read: a value, a number of a person, nothing, or a problem. */
export interface RecordCell {
  value: RecordValue | null;
  identifier?: Identifier;
  /** Of a date. */
  precision?: DatePrecision;
  problem?: Problem;
  /** What is odd about a value that was taken. */
  warning?: RuleId;
}

/** What a list counts at most: as long as that, a number is one of a person that slipped in here. */
const MOST_COUNTED = 99_999_999;
const BLANK = /^[-–—…\s]*$/;

/** What reading a cell takes from its row and its column. */
interface CellAsk {
  place: () => ProblemPlace;
  facts: PersonFacts;
  /** What figures stand for in a column of sexes. */
  sexes: SexCodes;
  /** What people answered about a text of the column. */
  answer: (text: string) => string | null;
}

/** Reads the cell of a list by its column's type. What is found is quoted only as far as it speaks of no one. */
export function readRecordCell(
  match: Match,
  id: string,
  cell: Cell | null,
  style: NumberStyle | undefined,
  { place, facts, sexes, answer }: CellAsk,
): RecordCell {
  const { form } = match;
  const column = form.columns[id];
  if (!column || !cell) return { value: null };
  if (column.type === "identifier") return person(cell, facts, place);
  const at = { place, found: () => maskedText(match, column, cell.text) };
  if (column.type === "number" || column.type === "count")
    return figure(cell, column, style, form, at);
  if (cell.type !== "error" && BLANK.test(cell.text)) return { value: null };
  if (column.type === "date") return dated(cell, at);
  if (column.type === "sex" && sexes.has(wordKey(cell.text)))
    return { value: sexes.get(wordKey(cell.text)) ?? null };
  const read =
    column.type === "choice"
      ? choose(cell, column, answer, match.words)
      : readers[column.type](cell);
  return read.ok
    ? { value: read.value }
    : { value: null, problem: parserProblem(read, place(), at.found()) };
}

/** Where a cell is and what of it may be quoted: asked for only when there is a problem. */
interface CellPlace {
  place: () => ProblemPlace;
  found: () => string;
}

const text = ({ text }: Cell): Result<RecordValue | null> =>
  success(text.replace(/\s+/g, " ").trim());

const readers: Record<
  Exclude<FormColumnType, "identifier" | "number" | "count" | "date" | "choice">,
  (cell: Cell) => Result<RecordValue | null>
> = {
  ordinal: text,
  note: text,
  area: text,
  period: ({ text }) => {
    const { ok, ...read } = parsePeriod(text);
    const { start, end } = ok && "value" in read ? read.value : {};
    return start && end ? success(`${start}/${end}`) : NOT_A_RANGE;
  },
  category: text,
  unit: text,
  text,
  remark: text,
  code: text,
  sex: ({ text }) => {
    const sex = SEXES.get(wordKey(text));
    return sex ? success(sex) : failure("not_a_sex", "Nam hoặc Nữ", "Nam (male) or Nữ (female)");
  },
  yes_no: ({ text }) => parseBoolean(text),
};

function dated(cell: Cell, { place, found }: CellPlace): RecordCell {
  const read = parseDateCell(cell);
  return read.ok
    ? { value: read.value.date, precision: read.value.precision }
    : { value: null, problem: parserProblem(read, place(), found()) };
}

/** What a text stands for among the declared ones, or by an answer. */
function choose(
  { text }: Cell,
  { choices = {} }: FormColumn,
  answer: CellAsk["answer"],
  words: TermReader,
): Result<string | null> {
  const found = parseChoice(text, choices, words);
  if (found !== null) return success(found);
  const said = answer(text);
  if (said === "not_needed") return success(null);
  if (said !== null && said in choices) return success(said);
  const known = Object.values(choices).flatMap(([first]) => first ?? []);
  return failure("unknown_choice", `một trong: ${known.join(", ")}`, `one of: ${known.join(", ")}`);
}

const NOT_A_RANGE = failure(
  "not_a_range",
  "hai ngày, ví dụ 01/04/2026 - 31/03/2027",
  "two days such as 01/04/2026 - 31/03/2027",
);

const SEXES = new Map([
  ["nam", "male"],
  ["male", "male"],
  ["1", "male"],
  ["nu", "female"],
  ["female", "female"],
  ["0", "female"],
]);

/** A number that a spreadsheet stored as one is read without its thousands marks. */
function person(cell: Cell, facts: PersonFacts, place: () => ProblemPlace): RecordCell {
  if (BLANK.test(cell.text)) return { value: null };
  const digits = cell.type === "number" ? String(cell.number) : cell.text;
  const read = parseIdentifier(digits, facts);
  if (!read.ok) return { value: null, problem: parserProblem(read, place(), MASK) };
  const identifier = read.value;
  if (!identifier.conflicts?.length) return { value: null, identifier };
  return { value: null, identifier, problem: conflictOf(identifier, place()) };
}

/** A number that says another sex or birth year than its row: taken, with a warning. */
function conflictOf({ conflicts = [] }: Identifier, place: ProblemPlace): Problem {
  const facts = {
    vi: conflicts.map((fact) => FACTS_VI[fact]),
    en: conflicts.map((fact) => FACTS_EN[fact]),
  };
  return problem("identifier_conflict", place, MASK, {
    facts_vi: facts.vi.join(", "),
    facts_en: facts.en.join(", "),
  });
}

const FACTS_VI = { sex: "giới tính", birth_year: "năm sinh", benefit_level: "mức hưởng" };
const FACTS_EN = { sex: "sex", birth_year: "birth year", benefit_level: "benefit level" };

function figure(
  cell: Cell,
  { type, unit }: FormColumn,
  style: NumberStyle | undefined,
  { blanks }: Form,
  { place, found }: CellPlace,
): RecordCell {
  const read = parseNumberCell(cell, style);
  if (!read.ok) return { value: null, problem: parserProblem(read, place(), found()) };
  const number = read.value;
  if (number.kind === "blank") {
    const isZero = number.mark === "none" || (number.mark === "dash" && blanks.dash === "zero");
    return { value: isZero ? 0 : null };
  }
  if (number.kind === "fraction")
    return { value: null, problem: problem("unexpected_fraction", place(), found()) };
  if (number.is_percent && unit !== "percent")
    return { value: null, problem: problem("unexpected_percent", place(), found()) };
  const isCount = Number.isInteger(number.value) && number.value >= 0;
  if (type === "count" && number.value > MOST_COUNTED) {
    const bounds = { minimum: "0", maximum: String(MOST_COUNTED) };
    return { value: null, problem: problem("out_of_bounds", place(), found(), bounds) };
  }
  if (type === "number" && number.is_ambiguous)
    return { value: number.value, warning: "ambiguous_number" };
  return type === "number" || isCount
    ? { value: number.value }
    : { value: null, problem: problem("not_a_count", place(), found()) };
}
