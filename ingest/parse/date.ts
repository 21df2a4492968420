import type { Cell } from "../read/grid.ts";
import { failure, type Result } from "./result.ts";

/** A date and how much of it was written; the unwritten month and day are 01. */
export interface ParsedDate {
  /** ISO `yyyy-mm-dd`. */
  date: string;
  precision: "day" | "month" | "year";
}

/** A written date. Failure rules: `not_a_date`, `impossible_date`. Blank text fails as `empty`. */
export function parseDate(_text: string): Result<ParsedDate> {
  return failure("not_a_date", "ngày", "a date");
}

/** The date of a cell: a real date, a serial or year number, or text by `parseDate`. */
export function parseDateCell(_cell: Cell | null): Result<ParsedDate> {
  return failure("not_a_date", "ngày", "a date");
}

/** The document's own date in letterhead lines (`Hải Phòng, ngày 05 tháng 11 năm 2026`), ISO or null. */
export function documentDate(_lines: readonly string[]): string | null {
  return null;
}

/** A date in a file's name (`2026-11-05`, `05.11.2026`), ISO or null. */
export function fileNameDate(_name: string): string | null {
  return null;
}
