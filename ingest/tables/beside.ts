import { wordKey } from "../parse/key.ts";
import type { Sheet } from "../read/grid.ts";
import { LOOK } from "./frame.ts";
import { type Line, type Reading, sheetOfLines, sourceAt } from "./reading.ts";

/** A header that stands several times side by side: its rows, its columns and how often. */
interface Repeated {
  top: number;
  bottom: number;
  starts: number[];
  width: number;
}

/** One table in two or more halves side by side: one below the other. Null where no header repeats itself. */
export function besideReading(sheet: Sheet): Reading | null {
  const repeated = repeatedHeader(sheet);
  if (!repeated) return null;
  const { bottom, starts, width } = repeated;
  const part = (row: number, start: number): Line =>
    Array.from({ length: width }, (_, column) => sourceAt(sheet, row, start + column));
  const above = range(0, bottom + 1).map((row) =>
    row < repeated.top
      ? Array.from(sheet.rows[row] ?? [], (_, column) => sourceAt(sheet, row, column))
      : part(row, starts[0] ?? 0),
  );
  const end = sheet.rows.findLastIndex((row) => row.some((cell) => cell?.type === "number")) + 1;
  const below = [range(bottom + 1, end), range(end, sheet.rows.length)].flatMap((rows) =>
    starts.flatMap((start) =>
      rows.map((row) => part(row, start)).filter((line) => line.some((source) => source !== null)),
    ),
  );
  const merges = sheet.merges.filter(({ bottom: last }) => last <= bottom);
  const made = { ...sheetOfLines(sheet, [...above, ...below]), merges };
  const table = { sheet: made, area_column: null, is_dated: false, below: [] };
  return { layout: "beside", tables: [table], read_past: [], ignored: structureOf(repeated) };
}

function structureOf({ top, bottom }: Repeated): Map<number, string> {
  const rows = range(0, bottom + 1);
  return new Map(rows.map((row) => [row, row < top ? "title" : "header"]));
}

/** The first row whose texts come again in their order further right, with the rows of levels below it. */
function repeatedHeader(sheet: Sheet): Repeated | null {
  for (const [row, cells] of sheet.rows.slice(0, LOOK).entries()) {
    const texts = cells.map((cell) => (cell?.type === "text" ? wordKey(cell.text) : ""));
    const starts = startsOf(texts);
    if (!starts || isWithin(sheet, row, starts[0] ?? 0)) continue;
    const width = (starts[1] ?? 0) - (starts[0] ?? 0);
    return { top: row, bottom: lastLevel(sheet, row), starts, width };
  }
  return null;
}

/** Whether rows begin further left than a header: it heads a part of them. */
function isWithin({ rows }: Sheet, top: number, start: number): boolean {
  return rows.slice(top).some((row) => row.slice(0, start).some(Boolean));
}

/** Where a header of two or more texts begins, and begins again; null where it does not. */
function startsOf(texts: readonly string[]): number[] | null {
  const start = texts.findIndex((text) => text !== "");
  const first = texts[start];
  if (first === undefined || start < 0) return null;
  const starts = texts.flatMap((text, column) => (text === first ? column : []));
  const width = (starts[1] ?? 0) - start;
  if (starts.length < 2 || width < 2) return null;
  const part = (from: number) => JSON.stringify(trimmed(texts.slice(from, from + width)));
  const isWhole = starts.every((each, index) => each === start + index * width);
  const areSame = starts.every((each) => part(each) === part(start));
  return isWhole && areSame && trimmed(texts.slice(start, start + width)).length > 1
    ? starts
    : null;
}

function trimmed(texts: readonly string[]): string[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
}

function lastLevel(sheet: Sheet, top: number): number {
  const merged = sheet.merges.filter((merge) => merge.top === top).map(({ bottom }) => bottom);
  return Math.max(top, ...merged.filter((bottom) => bottom < top + 3));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
