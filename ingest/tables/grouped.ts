import { wordKey } from "../parse/key.ts";
import type { Facets } from "./facets.ts";
import { type LabelRow, WITHIN } from "./label_path.ts";
import {
  type Line,
  type PlainTable,
  type Reading,
  sheetOfLines,
  sourceAt,
  withText,
} from "./reading.ts";
import { dateBelow, datedLines, keyOfPeriod } from "./titles.ts";
import { groupsBy, labelLevels, type TurnedFrame } from "./turned.ts";

/** How the column of groups is headed. */
export const GROUP_HEADER = "Nội dung";

/**
 * Groups down with their measures below them (`Trộm cắp` over `- xảy ra`, `- khám phá`): a row for each
 * group, a column for each measure; a table for each period. Null where nothing stands in groups, or
 * areas stand across.
 */
export function groupedReading(turned: TurnedFrame): Reading | null {
  const { columns, frame } = turned;
  const labels = turned.labels.map((label) => ({ ...label, path: label.path.filter(isGroup) }));
  const inGroups = labels.filter(({ path }) => path.length > 1);
  if (inGroups.length === 0 || columns.taken.some(({ area, role }) => area || role === "total"))
    return null;
  const periods = groupsBy(columns.taken, ({ period }) => keyOfPeriod(period));
  const alike = groupsAlike(inGroups);
  const tables = periods.flatMap((group) =>
    alike.map((labels) => groupedTable(turned, labels, group)),
  );
  if (tables.some((table) => table === null)) return null;
  const alone = labels.filter(({ path }) => path.length === 1);
  const passed = alone.map(({ row, path }) => ({
    row,
    column: frame.label.column,
    text: path.join(),
  }));
  return {
    layout: "grouped",
    tables: tables.filter((table) => table !== null),
    read_past: [...columns.read_past, ...passed],
    ignored: new Map(),
  };
}

/** The groups that have a measure in common: those without one say it in other words, in a table of their own. */
function groupsAlike(labels: readonly LabelRow[]): LabelRow[][] {
  let alike: LabelRow[][] = [];
  for (const group of groupsBy(labels, groupKey)) {
    const leaves = new Set(group.map(leafKey));
    const isAlike = (others: LabelRow[]) => others.some((each) => leaves.has(leafKey(each)));
    alike = [...alike.filter((one) => !isAlike(one)), [...alike.filter(isAlike).flat(), ...group]];
  }
  return alike;
}

function groupedTable(
  { frame, above }: TurnedFrame,
  labels: readonly LabelRow[],
  [column, ...others]: readonly Facets[],
): PlainTable | null {
  const lines = column && others.length === 0 ? datedLines(above, column) : null;
  if (!column || !lines) return null;
  const leaves = groupsBy(labels, leafKey);
  const groups = groupsBy(labels, groupKey);
  const records = groups.map((rows) => recordOf(rows));
  if (records.some((record) => record === null)) return null;
  const heads = leaves.map(([label]) =>
    label ? (labelLevels(frame, label).at(-1) ?? null) : null,
  );
  const first = heads[0];
  const header: Line = [first ? withText(first, GROUP_HEADER) : null, ...heads];
  return {
    sheet: sheetOfLines(
      frame.sheet,
      lines,
      [header],
      records.filter((line) => line !== null),
    ),
    area_column: null,
    is_dated: column.period !== null,
    below: dateBelow(frame.sheet, frame.body),
  };

  /** A measure that a group has twice can't be placed. */
  function recordOf(rows: readonly LabelRow[]): Line | null {
    const byLeaf = new Map(rows.map((label) => [leafKey(label), label]));
    const name = rows[0] && labelLevels(frame, rows[0]).at(-2);
    if (byLeaf.size < rows.length || !name || !column) return null;
    const cells = leaves.map(([leaf]) => {
      const found = leaf && byLeaf.get(leafKey(leaf));
      return found ? sourceAt(frame.sheet, found.row, column.column) : null;
    });
    return [name, ...cells];
  }
}

function isGroup(level: string): boolean {
  return level !== WITHIN;
}

function groupKey({ path }: LabelRow): string {
  return JSON.stringify(path.slice(0, -1));
}

function leafKey({ path }: LabelRow): string {
  return wordKey(path.at(-1) ?? "");
}
