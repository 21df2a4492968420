import type { Lessons } from "../lessons.ts";
import type { Cell } from "../parse/cell.ts";
import type { KnownIndicator } from "../parse/indicator.ts";
import type { ProblemPlace } from "../problems/problem.ts";
import { addressIn } from "../read/cell_place.ts";
import type { Sheet } from "../read/grid.ts";
import type { LocatedTable } from "../recognise/locate.ts";
import type { Match } from "../recognise/match.ts";
import type { TitleFacts } from "../recognise/title.ts";

/** A recognised sheet, taken apart and ready to be read. */
export interface SheetContext {
  file: string;
  file_hash: string;
  sheet: Sheet;
  match: Match;
  table: LocatedTable;
  title: TitleFacts;
  /** The key of person tokens, loaded when first asked for. */
  personKey: () => Uint8Array;
  lessons: Lessons;
  /** The day on which the file came in: no row speaks of the days after it. */
  received_on?: string | null;
  /** The programme's indicators; none where codes are not to be checked. */
  indicators: readonly KnownIndicator[];
}

/** The place of a cell (0-based) in messages; without a column, the row's first filled cell. */
export function placeOf(
  { file, sheet, match }: SheetContext,
  row: number,
  column: number | undefined,
): ProblemPlace {
  const cell = addressIn(sheet, row, column ?? firstFilled(sheet, row));
  return { form: match.form.id, file, sheet: sheet.name, cell };
}

function firstFilled({ rows }: Sheet, row: number): number {
  return Math.max(rows[row]?.findIndex((cell) => cell !== null) ?? 0, 0);
}

/** The cell of a column (by its id) in a row, null when there is no such column or nothing in it. */
export function cellOf({ sheet, match }: SheetContext, row: number, id: string): Cell | null {
  const column = match.columns.get(id);
  return column === undefined ? null : (sheet.rows[row]?.[column] ?? null);
}

/** A function that reads key texts, a merged cell standing for all the rows it spans. */
export function keyTexts(context: SheetContext): (row: number, id: string | undefined) => string {
  const cells = keyCells(context);
  return (row, id) => {
    if (id === undefined) return "";
    return (cells(row, id)?.text ?? "").replace(/\s+/g, " ").trim();
  };
}

/** A function that finds the cells of keys, a merged one in all the rows it spans. */
export function keyCells(context: SheetContext): (row: number, id: string) => Cell | null {
  const { sheet, match } = context;
  const tops = new Map<string, number>();
  for (const { top, left, bottom } of sheet.merges.filter(isOfRows))
    for (let row = top; row <= bottom; row++) tops.set(`${row}:${left}`, top);
  if (tops.size === 0) return (row, id) => cellOf(context, row, id);
  return (row, id) => cellOf(context, tops.get(`${row}:${match.columns.get(id)}`) ?? row, id);
}

/** A merge of rows, capped: a merge over a whole column is a mistake, not a key. */
function isOfRows({ top, bottom }: { top: number; bottom: number }): boolean {
  return bottom > top && bottom - top < 10_000;
}
