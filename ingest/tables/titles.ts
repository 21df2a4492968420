import type { AreaReader } from "../parse/area.ts";
import { documentDate } from "../parse/date.ts";
import { isMereYear, type Period } from "../parse/period.ts";
import type { Sheet } from "../read/grid.ts";
import type { Facets } from "./facets.ts";
import { areaOfLines, isOfNeighbourhood } from "./named_area.ts";
import { inYear, linesPeriod, periodLine, withoutPeriod } from "./periods.ts";
import { type Line, type SourceCell, sourceAt, withText } from "./reading.ts";

/** The lines above a table, as they stand. */
export function titleLines(sheet: Sheet, top: number): Line[] {
  return sheet.rows
    .slice(0, top)
    .map((row, index) =>
      row.map((cell, column) => (cell?.is_struck ? null : sourceAt(sheet, index, column))),
    )
    .filter((line) => line.some((source) => source !== null));
}

/** The rows above a table, as a reading leaves them out. */
export function titleRows(top: number): Map<number, string> {
  return new Map(Array.from({ length: top }, (_, row) => [row, "title"]));
}

/** The texts of lines. */
export function lineTexts(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => line.flatMap((source) => source?.cell.text.split("\n") ?? []));
}

/**
 * The lines above a table of one of several periods: those of the sheet without the periods that they
 * name, below the table's own, in the place of its header: a comparison (`so với tháng trước`) takes what
 * follows it. A year below `Tháng 10 năm 2026` is that month of it. Null while its year is not known.
 */
export function datedLines(
  lines: readonly Line[],
  { period, period_level, header }: Facets,
): Line[] | null {
  if (period === null) return [...lines];
  const own =
    period.year !== undefined && isMereYear(period) ? linesPeriod(lineTexts(lines)) : null;
  const isPart = own !== null && own.frequency !== "year";
  const text = periodLine(isPart ? inYear(own, period.year ?? 0) : period);
  if (text === null) return null;
  const { row, column } = period_level ?? header;
  const line: SourceCell = { cell: { type: "text", text }, row, column };
  return [[line], ...lines.map(undated)];
}

/** A date of the paper stays: it is no period. */
function undated(line: Line): Line {
  return line.map((source) => {
    if (!source) return null;
    const text = withoutPeriod(source.cell.text);
    return text === null ? null : text === source.cell.text ? source : withText(source, text);
  });
}

/** The area that the lines speak of, where they name it; a sheet of one neighbourhood may bear its name. */
export function titleArea(
  lines: readonly Line[],
  areas: AreaReader,
  sheetName: string,
): SourceCell | null {
  const cells = lines.flatMap((line) => line.filter((source) => source !== null));
  const found = areaOfLines(
    cells.map(({ cell }) => cell.text),
    areas,
  );
  const source = found ? cells[found.line] : undefined;
  const named = found && source ? withText(source, found.text) : null;
  if (named && isOfNeighbourhood(named.cell.text)) return named;
  const isNamed = isOfNeighbourhood(sheetName) && areas.isKnown(sheetName);
  return isNamed && cells[0] ? withText(cells[0], sheetName) : named;
}

/** Lines of a letter's end (`…, ngày 5 tháng 11 năm 2026`) that date the paper. */
export function dateBelow(sheet: Sheet, rows: readonly number[]): string[] {
  const texts = rows.flatMap((row) => (sheet.rows[row] ?? []).flatMap((cell) => cell?.text ?? []));
  return texts.filter((text) => /ngày/iu.test(text) && documentDate([text]) !== null);
}

/** One key for a period. */
export function keyOfPeriod(period: Period | null): string {
  return JSON.stringify(period);
}
