import { wordKey } from "../parse/key.ts";
import { parseUnit } from "../parse/unit.ts";
import type { Frame } from "./frame.ts";
import { type SourceCell, sourceAt, withText } from "./reading.ts";

/** Units that measure and do not count, or count in thousands. */
const MEASURING =
  /^(?:ha|hec ta|met|m|m2|km|km2|.*\b(?:dong|vnd|do la)|phan tram|diem|(?:nghin|ngan|trieu|ty) .*)$/;

/**
 * What the figures of a table count whose rows are of one unit (`vụ` in every row of the column ĐVT): the
 * number of them, `Số vụ`. Null where there is no such column, units differ, or one measures.
 */
export function unitMeasure({ sheet, body, unit, figures }: Frame): SourceCell | null {
  if (unit === null) return null;
  const figured = body.filter((row) => figures.some(({ column }) => sheet.rows[row]?.[column]));
  const sources = figured.map((row) => sourceAt(sheet, row, unit));
  const [first] = sources;
  const text = first?.cell.text.trim() ?? "";
  const key = wordKey(text);
  const isOne = sources.every((source) => source === null || wordKey(source.cell.text) === key);
  const count = countOf(text);
  return first && isOne && count !== null ? withText(first, count) : null;
}

/** The number of what a unit counts: `vụ` → `Số vụ`; null where it measures, or is none. */
export function countOf(unit: string): string | null {
  const isCounted = /^\p{L}+(?: \p{L}+)?$/u.test(unit) && !MEASURING.test(wordKey(unit));
  return isCounted && parseUnit(unit) !== null ? `Số ${unit.toLowerCase()}` : null;
}
