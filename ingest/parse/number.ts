import type { Cell } from "./cell.ts";
import { stripAccents } from "./key.ts";
import { type BlankMark, blankMark, withoutAside, withoutRaised } from "./number_marks.ts";
import { type Failure, failure, type Result, success } from "./result.ts";
import { parseUnit, SCALE_WORDS } from "./unit.ts";

/** How a column writes its numbers. `plain`: no thousands mark, a dot before decimals; `mixed`: against itself. */
export type NumberStyle = "dot_thousands" | "comma_thousands" | "plain" | "ambiguous" | "mixed";

/** A number of a cell; a percent stays in percent (`84,78%` is 84.78). */
interface NumberValue {
  kind: "number";
  value: number;
  is_percent: boolean;
  /** `hơn 16 triệu`, `khoảng 300`. */
  is_approximate: boolean;
  /** The cell named its own scale (`15,4 triệu`), already applied: the scale of a title is not. */
  is_scaled: boolean;
  /** `1.234` alone: read as Vietnamese thousands (or comma decimals), but it could be otherwise. */
  is_ambiguous: boolean;
  /** Word and sign speak twice or against each other (`giảm -322`, `tăng -5`); the minus is believed. */
  has_sign_conflict: boolean;
  /** The unit that the cell itself states behind its figure (`37 vụ`), as it was written. */
  unit_text?: string;
}

/** `50.687/100.275`. */
interface FractionValue {
  kind: "fraction";
  numerator: number;
  denominator: number;
  is_approximate: boolean;
}

/** A cell that holds no number; what it means is a policy of the form. */
interface BlankValue {
  kind: "blank";
  mark: BlankMark;
}

/** What a cell of a measure can say. */
export type ParsedNumber = NumberValue | FractionValue | BlankValue;

type Role = "thousands" | "decimal";
type Roles = { dot?: Role; comma?: Role };

const ROLES: Readonly<Record<NumberStyle, Roles>> = {
  dot_thousands: { dot: "thousands", comma: "decimal" },
  comma_thousands: { dot: "decimal", comma: "thousands" },
  plain: { dot: "decimal", comma: "thousands" },
  ambiguous: { dot: "thousands", comma: "decimal" },
  mixed: {},
};
const THOUSANDS: Readonly<Record<"dot" | "comma", Roles>> = {
  dot: { dot: "thousands" },
  comma: { comma: "thousands" },
};
const APPROXIMATE =
  /^(?:hon|khoang|chung|tren|gan|xap xi|uoc dat|uoc tinh|uoc khoang|uoc|[~≈]) ?(?=[\d+-])/;
const WORD_SIGN = /^(tang|giam) ?(?=[\d+-])/;
const PARTS = /^([+-]?) ?(\d[\d., ']*?)(?: ?([^\d., '].*))?$/;
const FRACTION = /^(\d[\d.,]*) ?\/ ?(\d[\d.,]*)$/;
const MOST_DIGITS = 15;

/**
 * How a column of texts writes numbers; real number cells need not be given.
 * Texts that can be read in one way only decide for those that can't; contradiction is `mixed`.
 * Whole things (people, cases) have no decimals: there a lone mark parts thousands, whichever it is.
 */
export function detectNumberStyle(texts: readonly string[], { isWhole = false } = {}): NumberStyle {
  const numbers = texts.flatMap((text) => tidy(text).match(/\d[\d., ']*\d|\d/g) ?? []);
  const shapes = numbers.map((digits) => {
    const shape = shapeOf(digits);
    if (shape !== "either" || !isWhole) return shape;
    return digits.includes(".") ? THOUSANDS.dot : THOUSANDS.comma;
  });
  const sure = shapes.filter((shape) => shape !== null && shape !== "either") as Roles[];
  const isVietnamese = sure.some(({ dot, comma }) => dot === "thousands" || comma === "decimal");
  const isEnglish = sure.some(({ dot, comma }) => dot === "decimal" || comma === "thousands");
  if (isVietnamese && isEnglish) return "mixed";
  if (isVietnamese) return "dot_thousands";
  if (isEnglish) return sure.some(({ comma }) => comma) ? "comma_thousands" : "plain";
  const marks = numbers
    .filter((_, at) => shapes[at] === "either")
    .map((each) => each.includes("."));
  if (new Set(marks).size > 1) return "mixed";
  return marks.length > 0 ? "ambiguous" : "plain";
}

/**
 * A number written in the Vietnamese ways, as the column's style says.
 * Failure rules: `not_a_number`, `number_style`.
 */
export function parseNumber(text: string, style: NumberStyle = "ambiguous"): Result<ParsedNumber> {
  const tidied = tidy(text);
  const own = blankMark(tidied);
  const shown = own === null ? withoutAside(tidied) : tidied;
  const mark = own ?? (shown === tidied ? null : blankMark(shown));
  if (mark !== null) return success({ kind: "blank", mark });
  const words = withoutParentheses(shown);
  const bare = words.replace(APPROXIMATE, "");
  const isApproximate = bare !== words;
  return parseFraction(bare, style, isApproximate) ?? parseSigned(bare, style, isApproximate);
}

/**
 * The number of a cell: a real number as it is (a percent format gives percent), text by `parseNumber`.
 * Further failure rules: `error_cell`, `formula_without_value`, `date_for_number`.
 */
export function parseNumberCell(cell: Cell | null, style?: NumberStyle): Result<ParsedNumber> {
  if (cell === null) return success({ kind: "blank", mark: "empty" });
  if (cell.type === "text") return parseNumber(cell.text, style);
  if (cell.type === "number" && Number.isFinite(cell.number))
    return isWorded(cell) ? expectedNumber("not_a_number") : success(realNumber(cell));
  if (cell.type === "date") return expectedNumber("date_for_number");
  if (cell.type === "error") {
    return expectedNumber(cell.text === "" ? "formula_without_value" : "error_cell");
  }
  return expectedNumber("not_a_number");
}

/** Text as it is compared here: no accents, lower case, one kind of minus and of space. */
function tidy(text: string): string {
  return stripAccents(withoutRaised(text))
    .toLowerCase()
    .replace(/[−–—‒]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** `(-12,88%)` is -12,88%; `(322)` could be a loss in accounting or just an aside, and stays as it is. */
function withoutParentheses(text: string): string {
  return /^\( ?((?:tang |giam )?[+-].*|.*%|(?:tang|giam) .*)\)$/.exec(text)?.[1]?.trim() ?? text;
}

function parseFraction(
  text: string,
  style: NumberStyle,
  is_approximate: boolean,
): Result<FractionValue> | null {
  const [, top, bottom] = FRACTION.exec(text) ?? [];
  if (top === undefined || bottom === undefined) return null;
  const numerator = readDigits(top, style);
  const denominator = readDigits(bottom, style);
  if (!numerator.ok) return numerator;
  if (!denominator.ok) return denominator;
  return success({
    kind: "fraction",
    numerator: numerator.value.value,
    denominator: denominator.value.value,
    is_approximate,
  });
}

function parseSigned(
  text: string,
  style: NumberStyle,
  is_approximate: boolean,
): Result<NumberValue> {
  const word = WORD_SIGN.exec(text)?.[1];
  const [, sign = "", digits, tail = ""] = PARTS.exec(text.replace(WORD_SIGN, "")) ?? [];
  const ending = readTail(tail);
  if (digits === undefined || ending === null) return expectedNumber("not_a_number");
  const read = readDigits(digits.trim(), style);
  if (!read.ok) return read;
  const isNegative = sign === "-" || word === "giam";
  return success({
    kind: "number",
    value: signed(round(read.value.value * ending.scale), isNegative),
    is_percent: ending.is_percent,
    is_approximate,
    is_scaled: ending.scale !== 1,
    is_ambiguous: read.value.is_ambiguous,
    has_sign_conflict: (word === "giam" && sign !== "") || (word === "tang" && sign === "-"),
    ...(ending.unit_text === undefined ? {} : { unit_text: ending.unit_text }),
  });
}

/** What follows the digits: nothing, a percent mark, a scale word, a unit; anything else is null. */
function readTail(tail: string): { scale: number; is_percent: boolean; unit_text?: string } | null {
  const word = tail.trim();
  if (word === "") return { scale: 1, is_percent: false };
  const scale = SCALE_WORDS.get(word);
  if (scale !== undefined) return { scale, is_percent: false };
  const unit = parseUnit(word);
  if (unit === null) return null;
  if (unit.unit === "percent") return { scale: unit.scale, is_percent: true };
  return { scale: unit.scale, is_percent: false, unit_text: word };
}

function readDigits(
  digits: string,
  style: NumberStyle,
): Result<{ value: number; is_ambiguous: boolean }> {
  const shape = shapeOf(digits);
  if (shape === null || digits.replace(/\D/g, "").length > MOST_DIGITS) {
    return expectedNumber("not_a_number");
  }
  const roles = ROLES[style];
  if (shape === "either") {
    if (style === "mixed") return expectedNumber("number_style");
    return success({ value: toNumber(digits, roles), is_ambiguous: style === "ambiguous" });
  }
  const isOtherStyle =
    style !== "ambiguous" &&
    style !== "mixed" &&
    ((shape.dot && shape.dot !== roles.dot) || (shape.comma && shape.comma !== roles.comma));
  if (isOtherStyle) return expectedNumber("number_style");
  return success({ value: toNumber(digits, shape), is_ambiguous: false });
}

/** Whether a text is a number of which the one mark may part thousands or decimals (`1.750`). */
export function isOfTwoMeanings(text: string): boolean {
  const [, , digits = ""] = PARTS.exec(tidy(text).replace(APPROXIMATE, "")) ?? [];
  return shapeOf(digits.trim()) === "either";
}

/** What dot and comma must mean in a number, `either` when `1.234` leaves it open, null when malformed. */
function shapeOf(digits: string): Roles | "either" | null {
  const text = /^\d{1,3}([ '])\d{3}(?:\1\d{3})*(?:[.,]\d+)?$/.test(digits)
    ? digits.replace(/[ ']/g, "")
    : digits;
  if (/^\d+$/.test(text)) return {};
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return ROLES.dot_thousands;
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) return ROLES.comma_thousands;
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return { dot: "thousands" };
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text)) return { comma: "thousands" };
  if (text === digits && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return "either";
  if (/^\d+\.\d+$/.test(text)) return { dot: "decimal" };
  if (/^\d+,\d+$/.test(text)) return { comma: "decimal" };
  return null;
}

function toNumber(digits: string, { dot, comma }: Roles): number {
  const isDecimal = { ".": dot === "decimal", ",": comma === "decimal" };
  return Number(
    digits.replace(/[., ']/g, (mark) => (isDecimal[mark as "." | ","] === true ? "." : "")),
  );
}

function realNumber(cell: Cell): NumberValue {
  const is_percent = cell.text.endsWith("%");
  const number = cell.number ?? Number.NaN;
  const [, unit_text] = (cell.text.length < 100 && FORMATTED.exec(cell.text)) || [];
  return {
    kind: "number",
    value: is_percent ? round(number * 100) : number,
    is_percent,
    is_approximate: false,
    is_scaled: false,
    is_ambiguous: false,
    has_sign_conflict: false,
    ...(unit_text === undefined ? {} : { unit_text }),
  };
}

/** A unit or scale that the format of a number shows behind it (`1.900 hộ`, `1,9 nghìn`). */
const FORMATTED = /\d[\s.]*(\p{L}[\p{L}\s]*)$/u;

/** What a format says of a number besides its unit (`ước 12`) makes another figure of it; its sign says the same again. */
function isWorded({ text, number = 0 }: Cell): boolean {
  if (text.length >= 100) return false;
  const [, unit = ""] = FORMATTED.exec(text) ?? [];
  const words = tidy(text.slice(0, text.length - unit.length));
  const sign = WORD_SIGN.exec(words)?.[1];
  const isSaid = sign === "tang" ? number >= 0 : sign === "giam" && number <= 0;
  return /\p{L}{2}|[~≈]/u.test(isSaid ? words.replace(WORD_SIGN, "") : words);
}

/** Without the dust of binary fractions: 0.8478 × 100 is 84.78. */
function round(value: number): number {
  return Number(value.toPrecision(MOST_DIGITS));
}

function signed(value: number, isNegative: boolean): number {
  return isNegative && value !== 0 ? -value : value;
}

function expectedNumber(rule: string): Failure {
  return rule === "number_style"
    ? failure(
        rule,
        "một số viết cùng kiểu dấu chấm, dấu phẩy với cả cột",
        "a number with dots and commas used as in the rest of the column",
      )
    : failure(rule, "một số, ví dụ 1.234 hoặc 84,78%", "a number such as 1.234 or 84,78%");
}
