import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import type { Sheet } from "../read/grid.ts";
import { type Frame, frameOf, isFigure, isWords } from "./frame.ts";
import { keptColumns, keptLevels, levelCell } from "./kept_columns.ts";
import { readNumbering } from "./label_path.ts";
import { isOfNeighbourhood } from "./named_area.ts";
import { isSamePeriod, linesPeriod } from "./periods.ts";
import { type Reading, type RowSpan, sheetOfLines, sourceAt, withText } from "./reading.ts";
import { titleMeasure } from "./title_measure.ts";
import { dateBelow, lineTexts, titleArea, titleLines } from "./titles.ts";
import { padded } from "./turned.ts";

/** A table with the rows of its sheet that are its own. */
interface Part {
  sheet: Sheet;
  span: RowSpan;
}

/**
 * A table whose other columns stand in a second one below it: one table, the columns of the second under
 * what its title says. Null where the second names other rows, another period or an area of its own.
 */
export function joinedReading(first: Part, second: Part, areas: AreaReader): Reading | null {
  const [upper, lower] = [frameOf(first.sheet), frameOf(second.sheet)];
  if (!upper || !lower || upper.is_long || lower.is_long) return null;
  const above = titleLines(upper.sheet, upper.top);
  const own = titleLines(lower.sheet, lower.top).filter((line) =>
    line.some((source) => source !== null && source.row >= second.span.from),
  );
  const rows = rowsByLabel(lower);
  if (
    !rows ||
    own.length === 0 ||
    !haveSameRows(upper, rows) ||
    !isOfSame(lineTexts(above), lineTexts(own))
  )
    return null;
  if (isOfNeighbourhood(titleArea(own, areas, "")?.cell.text ?? "")) return null;
  const said = titleMeasure(lower, own, areas);
  const parent = said && withText(said, readNumbering(said.cell.text).label);
  const kept = keptColumns(upper);
  const levels = [
    ...kept.map((column) => keptLevels(upper, column)),
    ...upper.figures.map((column) => column.levels.map(levelCell)),
    ...lower.figures.map((column) => [
      ...(parent ? [parent] : []),
      ...column.levels.map(levelCell),
    ]),
  ];
  const height = Math.max(1, ...levels.map(({ length }) => length));
  const heads = levels.map((each) => (each.length > 0 ? padded(each, height) : []));
  const header = Array.from({ length: height }, (_, level) =>
    heads.map((each) => each[level] ?? null),
  );
  const records = upper.body.map((row) => {
    const other = rows.get(labelAt(upper, row)) ?? -1;
    return [
      ...[...kept, ...upper.figures].map(({ column }) => sourceAt(upper.sheet, row, column)),
      ...lower.figures.map(({ column }) => sourceAt(lower.sheet, other, column)),
    ];
  });
  const sheet = sheetOfLines(upper.sheet, above, header, records);
  const below = dateBelow(lower.sheet, lower.body);
  return {
    layout: "joined",
    tables: [{ sheet, area_column: null, is_dated: false, below }],
    read_past: [],
    ignored: wordRows(second.span, lower, rows),
  };
}

/** The rows of figures by what names them; null where two are named alike. */
function rowsByLabel(frame: Frame): Map<string, number> | null {
  const figured = frame.body.filter((row) => hasFigures(frame, row));
  const rows = new Map(figured.map((row) => [labelAt(frame, row), row]));
  return rows.size === figured.length && rows.size > 1 && !rows.has("") ? rows : null;
}

function haveSameRows(upper: Frame, lower: ReadonlyMap<string, number>): boolean {
  const rows = rowsByLabel(upper);
  return rows?.size === lower.size && [...lower.keys()].every((label) => rows.has(label));
}

function isOfSame(above: readonly string[], own: readonly string[]): boolean {
  const [first, second] = [linesPeriod(above), linesPeriod(own)];
  return second === null || (first !== null && isSamePeriod(first, second));
}

function labelAt({ sheet, label }: Frame, row: number): string {
  const cell = sheet.rows[row]?.[label.column];
  return isWords(cell) || isFigure(cell) ? wordKey(cell?.text ?? "") : "";
}

function hasFigures({ sheet, figures }: Frame, row: number): boolean {
  return figures.some(({ column }) => isFigure(sheet.rows[row]?.[column]));
}

/** The rows of the second table that give no figures. */
function wordRows(
  { from, to }: RowSpan,
  { header, body }: Frame,
  rows: ReadonlyMap<string, number>,
): Map<number, string> {
  const figured = [...rows.values()];
  const others = Array.from({ length: to - from }, (_, row) => from + row).filter(
    (row) => !figured.includes(row),
  );
  const ruleOf = (row: number) =>
    header.includes(row) ? "header" : body.includes(row) ? "signature" : "title";
  return new Map(others.map((row) => [row, ruleOf(row)]));
}
