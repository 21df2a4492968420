import type { Cell } from "../parse/cell.ts";
import { wordKey } from "../parse/key.ts";
import type { Sheet } from "../read/grid.ts";
import type { Match } from "./match.ts";
import { isTotalLabel } from "./row_rules.ts";

/** Rows this close below a header may number or name its columns. */
const CLOSE = 2;

/**
 * A function that knows the plain entries of a list, which no rule reads past: every required column is
 * filled, one of the `values` columns holds a figure, and the row is not the header again. What it does not
 * know is for the rules to judge; lists are long, and almost all of their rows are plain.
 */
export function entryTester(
  sheet: Sheet,
  { form, columns, header, areas }: Match,
  required: readonly (readonly number[])[],
  hasFigures: (cells: readonly (Cell | null)[]) => boolean,
): (row: number, distance: number) => boolean {
  if (!form.records) return () => false;
  const known = [...columns.values()];
  const headings = sheet.rows
    .slice(header.top, header.bottom + 1)
    .map((level) => Array.from(level, (cell) => wordKey(cell?.text ?? "")));
  const isTotal = (cells: readonly (Cell | null)[]) =>
    !form.records?.is_personal &&
    cells.some((cell) => cell !== null && cell.type === "text" && isTotalLabel(cell.text, areas));
  return (row, distance) => {
    const cells = sheet.rows[row] ?? [];
    return (
      distance > CLOSE &&
      required.every((group) => group.some((column) => cells[column])) &&
      filledOf(cells, known) > 2 &&
      hasFigures(cells) &&
      !isTotal(cells) &&
      !isHeading(cells, headings)
    );
  };
}

function filledOf(cells: readonly (Cell | null)[], columns: readonly number[]): number {
  let filled = 0;
  for (const column of columns) if (cells[column]) filled += 1;
  return filled;
}

/** Whether the first filled cell says what the header says above it. */
function isHeading(
  cells: readonly (Cell | null)[],
  headings: readonly (readonly string[])[],
): boolean {
  const first = cells.findIndex((cell) => cell !== null);
  const key = wordKey(cells[first]?.text ?? "");
  return headings.some((level) => (level[first] ?? "") === key);
}
