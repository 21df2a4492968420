import { cellPlace } from "../../lib/office/address.ts";
import type { LandedRow } from "../land/landed.ts";
import { placeInSheet } from "../read/cell_place.ts";
import type { ExtractedRows } from "../rows/extracted_rows.ts";
import type { SheetContext } from "../rows/sheet_context.ts";
import type { Reading } from "../tables/reading.ts";

/** What became of a row of a sheet: it landed, was rejected, or was read past by a rule. */
export type Fate = "landed" | "rejected" | { rule: string };

/** The counts of a sheet's rows by their fates. */
export type RowCounts = Pick<
  LandedRow<"sheets">,
  "rows_read" | "rows_landed" | "rows_rejected" | "rows_ignored" | "ignored_by_rule"
>;

/**
 * The fates of a sheet's rows by what a table gave that is made of it, or is a part of it: a row landed
 * if any of its cells did, else it was rejected if any of them was.
 */
export function fatesOf(
  { context, extracted }: { context: SheetContext; extracted: ExtractedRows },
  { layout, ignored }: Reading,
): Map<number, Fate> {
  const { table, sheet } = context;
  const fates = new Map<number, Fate>();
  const isHeading = (rule: string) => layout !== "plain" && ["header", "title"].includes(rule);
  for (const [row, rule] of table.read_past)
    for (const each of isHeading(rule) ? [] : rowsOf(context, row)) fates.set(each, { rule });
  table.rows.forEach(({ index }, position) => {
    const outcome = extracted.outcomes[position];
    const isWhole = layout === "plain" || context.match.form.records !== undefined;
    const isLanded = isWhole && outcome === "landed";
    const isKnown = isLanded || outcome === "rejected";
    const fate: Fate = isKnown ? outcome : { rule: "no_values" };
    for (const each of layout === "plain" ? [index] : rowsOf(context, index)) fates.set(each, fate);
  });
  for (const row of [...table.after_end, ...table.second])
    fates.set(placeInSheet(sheet, row, 0).row, "rejected");
  for (const [row, rule] of ignored) fates.set(row, { rule });
  for (const row of rejectedRows(extracted)) fates.set(row, "rejected");
  for (const row of landedRows(extracted)) fates.set(row, "landed");
  return fates;
}

/** The rows of the sheet that a row of a table was made of. */
function rowsOf({ sheet }: SheetContext, row: number): Set<number> {
  const cells = sheet.rows[row] ?? [];
  return new Set(
    cells.flatMap((cell, column) => (cell ? placeInSheet(sheet, row, column).row : [])),
  );
}

function landedRows({ observations, remarks, records }: ExtractedRows): number[] {
  const cells = [...observations, ...remarks].map(({ cell }) => cellPlace(cell).row);
  return [...cells, ...records.map((record) => Number(record["row"]) - 1)];
}

function rejectedRows({ problems }: ExtractedRows): number[] {
  return problems.flatMap(({ severity, cell }) =>
    severity === "error" && cell !== null ? cellPlace(cell).row : [],
  );
}

/** The fates of rows that several tables share: what landed in any of them landed. */
export function joinFates(all: readonly ReadonlyMap<number, Fate>[]): Map<number, Fate> {
  const joined = new Map<number, Fate>();
  for (const fates of all)
    for (const [row, fate] of fates) {
      const known = joined.get(row);
      if (known === undefined || weight(fate) > weight(known)) joined.set(row, fate);
    }
  return joined;
}

function weight(fate: Fate): number {
  return fate === "landed" ? 3 : fate === "rejected" ? 2 : fate.rule === "no_values" ? 0 : 1;
}

/** Counts the rows of a sheet; one that no table was made of was read past as unread. */
export function countFates(rows: readonly number[], fates: ReadonlyMap<number, Fate>): RowCounts {
  const all = rows.map((row) => fates.get(row) ?? { rule: "unread_row" });
  const ignored: Record<string, number> = {};
  for (const fate of all)
    if (typeof fate === "object") ignored[fate.rule] = (ignored[fate.rule] ?? 0) + 1;
  return {
    rows_read: all.length,
    rows_landed: all.filter((fate) => fate === "landed").length,
    rows_rejected: all.filter((fate) => fate === "rejected").length,
    rows_ignored: all.filter((fate) => typeof fate === "object").length,
    ignored_by_rule: sortedJson(ignored),
  };
}

/** Counts by rule as they land. */
export function sortedJson(counts: Record<string, number>): string {
  const entries = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(entries));
}
