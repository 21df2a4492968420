import { parseBoolean } from "../parse/boolean.ts";
import type { Cell } from "../parse/cell.ts";
import { isoDate, parseDateCell } from "../parse/date.ts";
import { wordKey } from "../parse/key.ts";
import { nearestText } from "../parse/nearest.ts";
import { detectNumberStyle, type NumberStyle, parseNumberCell } from "../parse/number.ts";
import type { ProgrammeColumn, ProgrammeValue } from "./declaration.ts";

/** What is needed where a cell could not be believed. */
export interface Need {
  vi: string;
  en: string;
}

/** A cell's value, or what is needed instead. */
export type ReadValue = { value: ProgrammeValue } | { need: Need };

const NEEDS = {
  text: {
    vi: "chữ; bảng tính đã đổi ô này thành ngày, định dạng cột là Văn bản rồi gõ lại",
    en: "text; the spreadsheet made a date of it: format the column as text and type it again",
  },
  whole: { vi: "số nguyên", en: "a whole number" },
  decimal: { vi: "một số, ví dụ 98,5", en: "a number such as 98,5" },
  smaller: { vi: "số nguyên không quá 2147483647", en: "a whole number up to 2147483647" },
  unclear: {
    vi: "số viết rõ: 1.234 có thể là nghìn hoặc thập phân, hãy viết 1234 hoặc 1,2340",
    en: "a number with one meaning: 1.234 may be thousands or decimals, write 1234 or 1,2340",
  },
  date: {
    vi: "một ngày, ví dụ 31/12/2026 hoặc 2026-12-31",
    en: "a day such as 31/12/2026 or 2026-12-31",
  },
  yes_no: { vi: "có hoặc không", en: "có (yes) or không (no)" },
} satisfies Record<string, Need>;

/** A function that reads a cell of a column; all of the column's cells decide how it writes numbers and dates. */
export function valueReader(
  column: ProgrammeColumn,
  cells: readonly (Cell | null)[],
): (cell: Cell) => ReadValue {
  const texts = cells.flatMap((cell) => (cell?.type === "text" ? cell.text : []));
  switch (column.type) {
    case "whole":
    case "decimal": {
      const isWhole = column.type === "whole";
      const style = detectNumberStyle(texts, { isWhole });
      return (cell) => readNumber(cell, style, isWhole);
    }
    case "date": {
      const isMonthFirst = monthFirst(texts);
      return (cell) => readDay(cell, isMonthFirst);
    }
    case "yes_no":
      return readYesNo;
    case "one_of":
      return (cell) => readOneOf(cell, column.values);
    case "list":
      return (cell) => readList(cell);
    default:
      return readText;
  }
}

function readText(cell: Cell): ReadValue {
  if (cell.type === "date" || cell.type === "error") return { need: NEEDS.text };
  const text = cell.type === "number" ? String(cell.number) : cell.text;
  return { value: text.trim() || null };
}

/** A bar between the parts, none of them empty. */
function readList(cell: Cell): ReadValue {
  const read = readText(cell);
  if (!("value" in read) || read.value === null) return read;
  const parts = String(read.value)
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return { value: parts.join("|") };
}

function readNumber(cell: Cell, style: NumberStyle, isWhole: boolean): ReadValue {
  const need = { need: isWhole ? NEEDS.whole : NEEDS.decimal };
  const read = parseNumberCell(cell, style);
  if (!read.ok) return need;
  if (read.value.kind === "blank") return { value: null };
  if (read.value.kind !== "number") return need;
  const { value, is_approximate, is_scaled, is_ambiguous, has_sign_conflict } = read.value;
  if (is_approximate || is_scaled || has_sign_conflict) return need;
  if (is_ambiguous && !isWhole) return { need: NEEDS.unclear };
  if (isWhole && Math.abs(value) > LARGEST_WHOLE) return { need: NEEDS.smaller };
  return isWhole && !Number.isInteger(value) ? need : { value };
}

/** What the type INTEGER holds, in which whole numbers land. */
const LARGEST_WHOLE = 2_147_483_647;

function readDay(cell: Cell, isMonthFirst: boolean): ReadValue {
  const [, month, day, year] = isMonthFirst ? (DAY.exec(cell.text.trim()) ?? []) : [];
  if (cell.type === "text" && year) {
    const date = isoDate(
      Number(year.length === 2 ? `20${year}` : year),
      Number(month),
      Number(day),
    );
    return date ? { value: date } : { need: NEEDS.date };
  }
  const read = parseDateCell(cell);
  if (read.ok && read.value.precision === "day") return { value: read.value.date };
  return !read.ok && read.rule === "empty" ? { value: null } : { need: NEEDS.date };
}

const DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;

/** Whether a column writes 12/31/2026: a second number above 12 somewhere, and no first one. */
function monthFirst(texts: readonly string[]): boolean {
  const pairs = texts.flatMap((text) => {
    const [, first, second] = DAY.exec(text.trim()) ?? [];
    return second ? [[Number(first), Number(second)] as const] : [];
  });
  return pairs.some(([, second]) => second > 12) && pairs.every(([first]) => first <= 12);
}

function readYesNo(cell: Cell): ReadValue {
  const read = parseBoolean(cell.text);
  return read.ok ? { value: read.value } : { need: NEEDS.yes_no };
}

function readOneOf(cell: Cell, values: readonly string[]): ReadValue {
  const key = wordKey(cell.text);
  const found = values.find((value) => wordKey(value) === key);
  return found === undefined ? { need: oneOf(values, cell.text) } : { value: found };
}

/** A need for one of some texts, the nearest of many named. */
export function oneOf(values: readonly string[], found: string): Need {
  const near = nearestText(found, values);
  const all = values.length <= 10 ? values.join(", ") : null;
  return {
    vi: `${all ? `một trong: ${all}` : "một mã đã có"}${near ? ` (gần nhất: ${near})` : ""}`,
    en: `${all ? `one of: ${all}` : "a code that is there"}${near ? ` (the nearest is ${near})` : ""}`,
  };
}
