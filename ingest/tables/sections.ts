import type { AreaReader } from "../parse/area.ts";
import type { Sheet } from "../read/grid.ts";
import { type Frame, isWords } from "./frame.ts";
import { readNumbering } from "./label_path.ts";
import { isOfNeighbourhood } from "./named_area.ts";
import {
  type Line,
  type Reading,
  reworded,
  type SourceCell,
  sheetOfLines,
  sourceAt,
} from "./reading.ts";

/**
 * Lines inside a table that name the neighbourhood of the rows below them (`Tổ dân phố 12`): each row
 * with the area of its line in a column in front. Null where the first rows have no such line.
 */
export function sectionReading(frame: Frame, areas: AreaReader): Reading | null {
  const { sheet, body } = frame;
  if (!body.some((row) => sectionArea(sheet, row, areas))) return null;
  const first = (frame.header.at(-1) ?? frame.top - 1) + 1;
  const ignored = new Map<number, string>();
  let area: SourceCell | null = null;
  const lines = sheet.rows.flatMap((_, row) => {
    const named = row >= frame.top ? sectionArea(sheet, row, areas) : null;
    if (named) {
      area = named;
      ignored.set(row, "group");
      return [];
    }
    const isHeader = row >= frame.top && row < first;
    const front = isHeader
      ? headerCell(sheet, row)
      : row >= first && isRecord(sheet, row)
        ? area
        : null;
    return [lineOf(sheet, row, front)];
  });
  const table = {
    sheet: withMerges(sheet, lines, frame.top),
    area_column: 0,
    is_dated: false,
    below: [],
  };
  return { layout: "sections", tables: [table], read_past: [], ignored };
}

/** The area that a line names which holds nothing else. */
function sectionArea(sheet: Sheet, row: number, areas: AreaReader): SourceCell | null {
  const cells = sheet.rows[row] ?? [];
  const words = cells.flatMap((cell, column) => (isWords(cell) ? column : []));
  const [column] = words;
  const others = cells.filter(
    (cell, at) => cell && at !== column && !/^[IVXA-H\d]+[.)]?$/.test(cell.text),
  );
  if (column === undefined || words.length > 1 || others.length > 0) return null;
  const source = sourceAt(sheet, row, column);
  const text = readNumbering(source?.cell.text ?? "").label.replace(/\s*\([^)]*\)\s*$/, "");
  const name = text.replace(/[:.]+$/, "");
  return source && isOfNeighbourhood(name) && areas.isKnown(name) ? reworded(source, name) : null;
}

/** A row with more than one thing in it: notes and signatures stand in no area. */
function isRecord(sheet: Sheet, row: number): boolean {
  return (sheet.rows[row] ?? []).filter(Boolean).length > 2;
}

function headerCell(sheet: Sheet, row: number): SourceCell | null {
  const column = (sheet.rows[row] ?? []).findIndex(Boolean);
  return { cell: { type: "text", text: "Tổ dân phố" }, row, column: Math.max(0, column) };
}

function lineOf(sheet: Sheet, row: number, front: SourceCell | null): Line {
  const cells = Array.from(sheet.rows[row] ?? [], (_, column) => sourceAt(sheet, row, column));
  return [front, ...cells];
}

/** The merges above the first section, one column further right: lines before it keep their rows. */
function withMerges(sheet: Sheet, lines: readonly Line[], top: number): Sheet {
  const merges = sheet.merges
    .filter(({ bottom }) => bottom <= top + 3)
    .map((merge) => ({ ...merge, left: merge.left + 1, right: merge.right + 1 }));
  return { ...sheetOfLines(sheet, lines), merges };
}
