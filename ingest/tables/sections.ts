import type { AreaReader } from "../parse/area.ts";
import type { Sheet } from "../read/grid.ts";
import { isWords, LOOK } from "./frame.ts";
import { readNumbering } from "./label_path.ts";
import type { ListFrame } from "./list_frame.ts";
import { isOfNeighbourhood } from "./named_area.ts";
import {
  type Line,
  type Reading,
  type SourceCell,
  sheetOfLines,
  sourceAt,
  withText,
} from "./reading.ts";
import { titleArea, titleLines } from "./titles.ts";

/**
 * A table of one neighbourhood by its title, or by lines inside it that name the one of the rows below them
 * (`Tổ dân phố 12`): each row with its area in a column behind the others. Null where rows name their areas, or
 * nothing does.
 */
export function sectionReading(frame: ListFrame, areas: AreaReader): Reading | null {
  const { sheet, body } = frame;
  const hasLines = body.some((row) =>
    areas.isKnown(sectionArea(sheet, row, areas)?.cell.text ?? ""),
  );
  const titled = titleArea(titleLines(sheet, frame.top), areas, sheet.name);
  const whole = titled && isOfNeighbourhood(titled.cell.text) ? titled : null;
  const named = frame.words.some((column) => holdsAreas(frame, column, areas));
  if ((!hasLines && !whole) || named) return null;
  const first = (frame.header.at(-1) ?? frame.top - 1) + 1;
  const width = Math.max(...sheet.rows.slice(0, LOOK).map(({ length }) => length));
  const ignored = new Map<number, string>();
  let area = whole;
  const lines = sheet.rows.map((_, row): Line => {
    const line = row >= frame.top ? sectionArea(sheet, row, areas) : null;
    if (line) {
      area = line;
      ignored.set(row, "group");
      return [];
    }
    const isHeader = row >= frame.top && row < first;
    const behind = isHeader
      ? headerCell(sheet, row)
      : row >= first && isRecord(sheet, row)
        ? area
        : null;
    return lineOf(sheet, row, width, behind);
  });
  const table = {
    sheet: {
      ...sheetOfLines(sheet, lines),
      merges: sheet.merges.filter(({ top }) => !ignored.has(top)),
    },
    area_column: width,
    is_dated: false,
    below: [],
  };
  return { layout: "sections", tables: [table], read_past: [], ignored };
}

/** Whether rows name their areas themselves. */
function holdsAreas({ sheet, body }: ListFrame, column: number, areas: AreaReader): boolean {
  const records = body.filter((row) => isRecord(sheet, row) && sheet.rows[row]?.[column]);
  const known = records.filter((row) => areas.isKnown(sheet.rows[row]?.[column]?.text ?? ""));
  return known.length * 2 > records.length;
}

const NUMERAL = /^\s*[IVX]+[.)]?\s*$/;

/** The area that a line names which holds nothing else. */
function sectionArea(sheet: Sheet, row: number, areas: AreaReader): SourceCell | null {
  const cells = sheet.rows[row] ?? [];
  const words = cells.flatMap((cell, column) =>
    isWords(cell) && !NUMERAL.test(cell?.text ?? "") ? column : [],
  );
  const [column] = words;
  if (column === undefined || words.length > 1) return null;
  const isNumber = (text: string, at: number) => at < column && /^[IVXA-H\d]+[.)]?$/.test(text);
  if (cells.some((cell, at) => cell && at !== column && !isNumber(cell.text, at))) return null;
  const source = sourceAt(sheet, row, column);
  const name = sectionName(source?.cell.text ?? "");
  if (!source || !isOfNeighbourhood(name)) return null;
  return areas.isKnown(name) || NUMBERED.test(name) ? withText(source, name) : null;
}

/** A neighbourhood by its number ends the section before it, even if it is not one of the ward. */
const NUMBERED = /^\P{N}{2,14}\d{1,3}$/u;

/** A line's area without what it says of it: `I. Tổ dân phố 3 (11 người)`, `TDP 3: 11 thẻ`. */
function sectionName(text: string): string {
  const { label } = readNumbering(text);
  return label.replace(/\s*\([^)]*\)\s*$/, "").replace(/\s*[:–-]\s*\d.*$|[:.]+$/, "");
}

/** A row with more than one thing in it: notes and signatures stand in no area. */
function isRecord(sheet: Sheet, row: number): boolean {
  return (sheet.rows[row] ?? []).filter(Boolean).length > 2;
}

function headerCell(sheet: Sheet, row: number): SourceCell | null {
  const column = (sheet.rows[row] ?? []).findIndex(Boolean);
  return { cell: { type: "text", text: "Tổ dân phố" }, row, column: Math.max(0, column) };
}

function lineOf(sheet: Sheet, row: number, width: number, behind: SourceCell | null): Line {
  const line = Array.from({ length: width }, (_, column) => sourceAt(sheet, row, column));
  return behind ? [...line, behind] : line;
}
