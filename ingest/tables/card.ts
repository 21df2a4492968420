import type { Cell } from "../parse/cell.ts";
import { wordKey } from "../parse/key.ts";
import { parsePeriod } from "../parse/period.ts";
import { parseUnit } from "../parse/unit.ts";
import type { Sheet } from "../read/grid.ts";
import { isFigure, isWords } from "./frame.ts";
import { levelsOf, readNumbering } from "./label_path.ts";
import { isOfNeighbourhood } from "./named_area.ts";
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

/** What a card says: a label, its value, its unit. */
interface Entry {
  label: SourceCell;
  value: SourceCell;
  unit: string;
}

const FEWEST_ENTRIES = 4;
const LONGEST_CARD = 60;

const PERIOD_LABEL =
  /^(?:ky|thang|quy|nam)(?: (?:bao cao|so lieu))?$|^(?:thoi diem|so lieu|tinh|chot|den|ngay chot)\b/;
const AREA_LABEL =
  /^(?:dia ban|phuong|phuong xa|xa phuong|khu vuc|don vi|to dan pho|tdp)(?: bao cao)?$/;

/**
 * One thing on a sheet, a label and a value in each row (`Tên dự án | …`, `Tổng số căn | 720`): one row, its
 * period and area in the title. Null where no row names a thing, or rows are those of a table.
 */
export function cardReading(sheet: Sheet): Reading | null {
  const entries = entriesOf(sheet);
  if (!entries) return null;
  const isTitle = (entry: Entry) => isOfPeriod(entry) || isOfWard(entry);
  const [dated, columns] = [entries.filter(isTitle), entries.filter((entry) => !isTitle(entry))];
  const name = columns.findIndex(({ value }) => isWords(value.cell));
  const hasFigures = columns.some(({ value }) => isFigure(value.cell));
  if (name < 0 || !hasFigures || columns.length < FEWEST_ENTRIES) return null;
  const first = Math.min(...entries.map(({ label }) => label.row));
  const lines = [...titleLines(sheet, first), ...dated.map((entry) => [titleCell(entry)])];
  const heads = columns.map(levelCells);
  const height = Math.max(...heads.map(({ length }) => length));
  const header = Array.from({ length: height }, (_, level) =>
    heads.map((each): SourceCell | null => padded(each, height)[level] ?? null),
  );
  const record: Line = columns.map(({ value }) => value);
  const near = columns.findIndex(isOfArea);
  const table = {
    sheet: sheetOfLines(sheet, lines, header, [record]),
    area_column: near < 0 ? null : near,
    named_columns: [name],
    is_dated: false,
    below: [],
  };
  const heading = dated.map(({ label }): [number, string] => [label.row, "title"]);
  const ignored = new Map([...titleRows(first), ...heading]);
  return { layout: "card", tables: [table], read_past: [], ignored };
}

/** The rows of labels and values; null where rows hold more, or fewer rows hold so much. */
function entriesOf(sheet: Sheet): Entry[] | null {
  const rows = sheet.rows.flatMap((cells, row) => (cells.some(Boolean) ? row : []));
  if (rows.length > LONGEST_CARD) return null;
  const several = rows.filter((row) => (sheet.rows[row] ?? []).filter(Boolean).length > 1);
  const entries = several.flatMap((row) => entryOf(sheet, row) ?? []);
  const areAll = entries.length === several.length && entries.length >= FEWEST_ENTRIES;
  const columns = new Set(entries.map(({ value }) => value.column));
  const labels = new Set(entries.map(({ label }) => label.column));
  const areBelow = labels.size === 1 || (columns.size === 1 && labels.size === 2);
  return areAll && areBelow ? entries : null;
}

function entryOf(sheet: Sheet, row: number): Entry | null {
  const all = (sheet.rows[row] ?? []).flatMap((_, column) => sourceAt(sheet, row, column) ?? []);
  const filled = isGroup(all) ? all.slice(1) : all;
  const at = filled.findIndex(({ cell }) => isWords(cell));
  const [label, value, ...more] = at < 2 ? filled.slice(Math.max(0, at)) : [];
  const [unit] = more;
  const isUnit = unit === undefined || parseUnit(unit.cell.text) !== null;
  const isHeader =
    roleOf(label?.cell.text ?? "") !== "other" && roleOf(value?.cell.text ?? "") !== "other";
  if (!label || !value || more.length > 1 || !isUnit || isHeader) return null;
  return { label, value, unit: unit?.cell.text ?? "" };
}

/** `Trong đó | Bán | 300`: a label with the one above it and others. */
function isGroup([first, second, third]: readonly SourceCell[]): boolean {
  return (
    !!first &&
    !!second &&
    !!third &&
    isWords(first.cell) &&
    isWords(second.cell) &&
    isFigure(third.cell)
  );
}

function isOfPeriod({ label, value }: Entry): boolean {
  return PERIOD_LABEL.test(wordKey(label.cell.text)) && parsePeriod(dayText(value.cell)).ok;
}

function isOfArea({ label }: Entry): boolean {
  return AREA_LABEL.test(wordKey(label.cell.text));
}

/** A ward, this or another, is the title's; a neighbourhood is the record's. */
function isOfWard(entry: Entry): boolean {
  return isOfArea(entry) && !isOfNeighbourhood(entry.value.cell.text);
}

/** `Số liệu đến ngày 30/9/2026`. */
function titleCell({ label, value }: Entry): SourceCell {
  const text = `${label.cell.text.replace(/[:.\s]+$/, "")} ${dayText(value.cell)}`;
  return withText(value, text);
}

function dayText({ date, text }: Cell): string {
  const [year, month, day] = date?.split("-") ?? [];
  return year === undefined ? text : `${Number(day)}/${Number(month)}/${year}`;
}

function levelCells({ label, unit }: Entry): SourceCell[] {
  const levels = levelsOf(readNumbering(label.cell.text).label);
  return levels.map((text, level) =>
    withText(label, level === levels.length - 1 ? withUnit(text, unit) : text),
  );
}
