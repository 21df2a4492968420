import type { SheetContext } from "./sheet_context.ts";

/** What is said around a table and is no row of it, as written but for gaps. */
export interface RemarksAround {
  /** The lines above its header. */
  titles: string[];
  /** The lines below it, and those of words after its last row of figures. */
  below: string[];
  /** Right of its last column that has a header. */
  beside: string[];
  /** Lines of words between its rows. */
  within: string[];
  /** In comments, boxes, sheets of notes, headers and footers of pages. */
  outside: string[];
}

/** Gathers the remarks around a table. */
export function remarksAround(context: SheetContext): RemarksAround {
  const { table, sheet } = context;
  return {
    titles: table.above.map(shownRemark),
    below: [...table.below, ...closingLines(context)].map(shownRemark),
    beside: besideTable(context).map(shownRemark),
    within: linesWithin(context).map(shownRemark),
    outside: (sheet.remarks ?? []).map(shownRemark),
  };
}

/** A remark without its gaps: what is longer is none, and would take long to look at. */
export function shownRemark(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, LONGEST);
}

const LONGEST = 1000;

function lastRow({ table }: SheetContext): number {
  return table.rows.reduce((most, { index }) => Math.max(most, index), -1);
}

/** The lines of words after the last row of figures. */
function closingLines(context: SheetContext): string[] {
  const last = lastRow(context);
  const rows = [...context.table.read_past.keys()].filter((index) => index > last);
  return rows.flatMap((index) => textsOf(context, index));
}

/** Rows between those of figures with one text in them. */
function linesWithin(context: SheetContext): string[] {
  const { table, match } = context;
  const last = lastRow(context);
  const isInside = (index: number) => index < last && index > match.header.bottom;
  return [...table.read_past.keys()].filter(isInside).flatMap((index) => {
    const [only = "", ...others] = textsOf(context, index);
    return others.length > 0 ? [] : only;
  });
}

/** Words right of the last column that has a header. */
function besideTable({ match, sheet, table }: SheetContext): string[] {
  const { header } = match;
  const right = Math.max(...header.cells.map(({ column }) => column), ...match.columns.values());
  const [first, last] = [header.top, table.rows.at(-1)?.index ?? header.bottom];
  return sheet.rows
    .slice(first, last + 1)
    .flatMap((row) => row.slice(right + 1).flatMap((cell) => cell?.text ?? []));
}

function textsOf({ sheet }: SheetContext, index: number): string[] {
  return (sheet.rows[index] ?? []).flatMap((cell) => cell?.text ?? []);
}
