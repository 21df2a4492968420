import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import type { Sheet } from "../read/grid.ts";
import { isFigure, isWords, LOOK } from "./frame.ts";
import { levelsOf, readNumbering } from "./label_path.ts";
import { isPurePeriod } from "./periods.ts";
import {
  type Line,
  type Reading,
  type SourceCell,
  sheetOfLines,
  sourceAt,
  withText,
} from "./reading.ts";
import { titleLines, titleRows } from "./titles.ts";
import { padded, withUnit } from "./turned.ts";
import { roleOf } from "./words.ts";

/** How the column of things is headed where the corner of the table says nothing. */
const NAME_HEADER = "Tên dự án";

/** A header of labels with the things that stand across. */
interface ThingsHeader {
  row: number;
  label: number;
  unit: number | null;
  things: SourceCell[];
  /** Their sums. */
  totals: SourceCell[];
}

/**
 * What is said of each of several things, down, and the things across (`Chỉ tiêu` over `Chủ đầu tư`, `Tổng số
 * căn` beside a column for each project): a row for each thing. Null where no header names things.
 */
export function thingsReading(sheet: Sheet, areas: AreaReader): Reading | null {
  const header = thingsHeader(sheet, areas);
  if (!header) return null;
  const rows = labelledRows(sheet, header);
  if (rows.length < 2 || !rows.some((row) => hasFigure(sheet, row, header))) return null;
  if (!areNamed(header) && !rows.some((row) => isOfWords(sheet, row, header))) return null;
  const heads = rows.map((row) => levelCells(sheet, row, header));
  const name = nameHeader(sheet, header);
  const height = Math.max(...heads.map(({ length }) => length));
  const columns = [padded([name], height), ...heads.map((each) => padded(each, height))];
  const lines = Array.from({ length: height }, (_, level) =>
    columns.map((each) => each[level] ?? null),
  );
  const records = header.things.map(
    (thing): Line => [thing, ...rows.map((row) => sourceAt(sheet, row, thing.column))],
  );
  const made = sheetOfLines(sheet, titleLines(sheet, header.row), lines, records);
  const table = { sheet: made, area_column: null, named_columns: [0], is_dated: false, below: [] };
  const read_past = header.totals.map(({ cell, row, column }) => ({
    text: cell.text,
    row,
    column,
  }));
  return { layout: "things", tables: [table], read_past, ignored: titleRows(header.row) };
}

function thingsHeader(sheet: Sheet, areas: AreaReader): ThingsHeader | null {
  for (const [row, cells] of sheet.rows.slice(0, LOOK).entries()) {
    const label = cells.findIndex((cell) => roleOf(cornerOf(cell?.text ?? "")) === "label");
    if (label < 0) continue;
    const right = cells.flatMap((cell, column) =>
      cell && column > label ? { column, role: roleOf(cell.text) } : [],
    );
    const named = right.filter(({ role }) => role === "other").map(({ column }) => column);
    const things = named.flatMap((column) => sourceAt(sheet, row, column) ?? []);
    const unit = right.find(({ role }) => role === "unit")?.column ?? null;
    const isRest = right.every(({ role }) => ["other", "unit", "note", "total"].includes(role));
    const sums = right.filter(({ role }) => role === "total").map(({ column }) => column);
    const totals = sums.flatMap((column) => sourceAt(sheet, row, column) ?? []);
    const areThings = things.every(({ cell }) => isThing(cell.text, areas));
    return things.length > 1 && isRest && areThings ? { row, label, unit, things, totals } : null;
  }
  return null;
}

/** `Chỉ tiêu` of `Chỉ tiêu / Dự án`. */
function cornerOf(text: string): string {
  return text.split(/[\\/|]/)[0] ?? "";
}

function isThing(text: string, areas: AreaReader): boolean {
  return /\p{L}{2}/u.test(text) && !isPurePeriod(text) && !areas.isKnown(text);
}

/** Names as projects have them. */
const NAMES =
  /^(?:du an|da |noxh|nha o|khu |chung cu|cong trinh|duong |truong |cau |cum |mo rong|cai tao|xay dung|nang cap)/;

function areNamed({ things }: ThingsHeader): boolean {
  return things.every(({ cell }) => NAMES.test(`${wordKey(cell.text)} `));
}

/** Something is said of each in words: who builds it, where it is. */
function isOfWords({ rows }: Sheet, row: number, { things }: ThingsHeader): boolean {
  return things.every(({ column }) => isWords(rows[row]?.[column]));
}

function labelledRows(sheet: Sheet, { row, label, things }: ThingsHeader): number[] {
  return sheet.rows.flatMap((cells, at) => {
    const isFilled = things.some(({ column }) => cells[column]);
    return at > row && isWords(cells[label]) && isFilled ? at : [];
  });
}

function hasFigure({ rows }: Sheet, row: number, { things }: ThingsHeader): boolean {
  return things.some(({ column }) => isFigure(rows[row]?.[column]));
}

function levelCells(sheet: Sheet, row: number, { label, unit }: ThingsHeader): SourceCell[] {
  const source = sourceAt(sheet, row, label) as SourceCell;
  const said = unit === null ? "" : (sheet.rows[row]?.[unit]?.text ?? "");
  const levels = levelsOf(readNumbering(source.cell.text).label);
  return levels.map((text, level) =>
    withText(source, level === levels.length - 1 ? withUnit(text, said) : text),
  );
}

/** `Chỉ tiêu / Dự án` says what the things are. */
function nameHeader(sheet: Sheet, { row, label }: ThingsHeader): SourceCell {
  const corner = sourceAt(sheet, row, label) as SourceCell;
  const [, part = ""] = /[\\/|]\s*(\p{L}.*)$/u.exec(corner.cell.text) ?? [];
  return withText(corner, part === "" ? NAME_HEADER : part.trim());
}
