import type { FormColumnType } from "../form.ts";
import { bestAssignment } from "./assignment.ts";
import type { ColumnWords, HeaderMeaning } from "./column_words.ts";
import { type Fit, type FitContext, fitOf } from "./fit.ts";
import type { HeaderCell } from "./header.ts";

/** A header that may head a column of the form, and how sure that is. */
export interface AssignedColumn extends Fit {
  id: string;
  cell: HeaderCell;
  /** Headers that were left over and fit as well. */
  rivals: readonly HeaderCell[];
}

/** What assigning the headers of a block needs to know. */
export interface Headers {
  cells: readonly HeaderCell[];
  meaningOf: (cell: HeaderCell) => HeaderMeaning;
  /** Whether the cells below a header can be of a type. */
  canHold: (column: number, type: FormColumnType) => boolean;
  /** The column that people have said a header is: its id, `not_needed`, or null. */
  taught: (cell: HeaderCell) => string | null;
}

/** Of two ways that are worth the same, the one in the order of the form. */
const ORDER = 1e-6;
/** A header that fits this much worse is no rival; that one is worded as declared is less. */
const CLEAR = 0.6;
const TAUGHT: Fit = { points: 10, sureness: "sure" };

/** Gives each header to at most one column of a form, so that the whole fits best. */
export function assignColumns(
  declared: readonly ColumnWords[],
  headers: Headers,
  context: FitContext,
): AssignedColumn[] {
  const { cells } = headers;
  const fits = cells.map((cell) => fitsOf(cell, declared, headers, context));
  const worth = fits.map((row, at) =>
    row.map((fit, order) => (fit ? fit.points + ORDER * at * order : 0)),
  );
  const taken = bestAssignment(worth);
  return cells.flatMap((cell, at): AssignedColumn[] => {
    const order = taken[at] ?? -1;
    const column = declared[order];
    const fit = fits[at]?.[order];
    if (!column || !fit) return [];
    const rivals = cells.filter((_, other) => {
      const rival = taken[other] === -1 ? fits[other]?.[order] : null;
      return rival && rival.points > fit.points - CLEAR;
    });
    return [{ id: column.id, cell, ...fit, rivals }];
  });
}

/** How well a header fits each declared column. */
function fitsOf(
  cell: HeaderCell,
  declared: readonly ColumnWords[],
  { meaningOf, canHold, taught }: Headers,
  context: FitContext,
): (Fit | null)[] {
  const answer = taught(cell);
  if (answer !== null) return declared.map(({ id }) => (answer === id ? TAUGHT : null));
  const meaning = meaningOf(cell);
  return declared.map((column) => {
    const fit = fitOf(meaning, column, context);
    return fit && canHold(cell.column, column.type) ? fit : null;
  });
}
