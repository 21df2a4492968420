import type { Sheet } from "./grid.ts";

/** Functions whose result is a number, never a text. */
const NUMERIC = new Set(
  "SUM COUNT COUNTA AVERAGE MIN MAX ROUND PRODUCT SUBTOTAL COUNTIF SUMIF ABS INT".split(" "),
);
const FUNCTION = /[A-Za-z_][\w.]*(?=\()/g;
const TEXT = /^(?:CONCATENATE|TEXT|LEFT|RIGHT|MID|TRIM|UPPER|LOWER|PROPER|SUBSTITUTE)\(/;

/**
 * Whether a formula can have given a stored result. Some writers do not compute: they leave an empty text where a
 * sum should be, or 0 where a text should.
 */
export function couldGive(formula: string, result: string | number): boolean {
  if (typeof result === "number") return result !== 0 || !givesText(formula);
  return result.trim() !== "" || !givesNumber(formula);
}

/**
 * The sheets of a workbook that asks to be computed when it is opened. Where all its formulas hold 0, it never
 * was, and they count as formulas without a value.
 */
export function withoutPlaceholders(sheets: Sheet[]): Sheet[] {
  const formulas = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell?.is_formula);
  if (formulas.some((cell) => cell?.type !== "error" && cell?.number !== 0)) return sheets;
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.map((cell) =>
        cell?.is_formula && cell.number === 0
          ? { type: "error" as const, text: "", is_formula: true }
          : cell,
      ),
    ),
  }));
}

/** Computes, by nothing but functions and operators of numbers. */
function givesNumber(formula: string): boolean {
  const functions = formula.match(FUNCTION) ?? [];
  const computes = functions.length > 0 || /[-+*/]/.test(formula);
  return computes && !/["&]/.test(formula) && functions.every((name) => NUMERIC.has(name));
}

/** Joins texts outside all brackets and quotes, and compares nothing there; or is a function of texts. */
function givesText(formula: string): boolean {
  let outside = formula.replace(/"[^"]*"/g, '""');
  for (let before = ""; before !== outside; ) {
    before = outside;
    outside = outside.replace(/\([^()]*\)/g, "");
  }
  return !/[=<>]/.test(outside) && (outside.includes("&") || TEXT.test(formula));
}
