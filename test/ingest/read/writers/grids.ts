import type { Cell } from "../../../../ingest/parse/cell.ts";
import type { Merge, Sheet } from "../../../../ingest/read/grid.ts";
import type { Written, WrittenSheet } from "./table.ts";

/** What a writer cannot say of a table. */
export interface Lacks {
  /** What it leaves of a formula that gives a number, and of one that gives a text. */
  formulas?: { number: Cell["type"] | "kept"; text: Cell["type"] | "kept" | "empty" };
  merges?: true;
  /** That a number is a percentage. */
  percents?: true;
  /** That of a date only the month is meant. */
  months?: true;
  booleans?: true;
}

/** A sheet in words: each cell by its address, and what is merged. */
export interface Described {
  name: string;
  cells: Record<string, string>;
  merges: string[];
}

/** What was read, in words. */
export function described(sheets: readonly Sheet[]): Described[] {
  return sheets.map(({ name, rows, merges }) => {
    const cells = rows.flatMap((row, top) =>
      row.flatMap((cell, left) => (cell ? [[`${top},${left}`, inWords(cell)] as const] : [])),
    );
    return { name, cells: Object.fromEntries(cells), merges: merges.map(mergeText).sort() };
  });
}

/** What should be read of a table that a writer wrote, in words. */
export function expected(sheets: readonly WrittenSheet[], lacks: Lacks): Described[] {
  return sheets.map(({ name, cells, merges }) => {
    const told = cells.flatMap((cell) => {
      const words = expectedCell(cell, lacks);
      return words === null ? [] : [[cell.at.join(), words] as const];
    });
    const blocks = lacks.merges ? [] : merges.map((one) => one.join());
    return { name, cells: Object.fromEntries(told), merges: blocks.sort() };
  });
}

function inWords({ type, text, number, date }: Cell): string {
  if (type === "number") return `number ${rounded(number)}${text.endsWith("%") ? " %" : ""}`;
  return type === "date" ? `date ${date} ${text}` : `${type} ${text}`;
}

function expectedCell(
  cell: Written,
  { formulas, percents, months, booleans }: Lacks,
): string | null {
  const { kind, value, format, formula } = cell;
  if (kind === "empty_text") return null;
  const left =
    formula === undefined ? "kept" : (formulas?.[kind === "number" ? "number" : "text"] ?? "kept");
  if (left !== "kept") return left === "empty" ? null : `${left} `;
  if (kind === "number")
    return `number ${rounded(value)}${format?.endsWith("%") && !percents ? " %" : ""}`;
  if (kind === "boolean")
    return booleans ? `number ${Number(value)}` : `boolean ${value ? "TRUE" : "FALSE"}`;
  if (kind !== "date") return `text ${value}`;
  const [year, month, day] = String(value).split("-");
  const isMonth = format === "mm/yyyy" && !months;
  return `date ${value} ${isMonth ? "" : `${day}/`}${month}/${year}`;
}

function mergeText({ top, left, bottom, right }: Merge): string {
  return [top, left, bottom, right].join();
}

function rounded(number: unknown): number {
  return Number(Number(number).toPrecision(12));
}
