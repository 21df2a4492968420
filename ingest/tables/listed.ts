import type { AreaReader } from "../parse/area.ts";
import { isOfNeighbourhood } from "./named_area.ts";
import { periodLine } from "./periods.ts";
import { holdsAreas } from "./pivoted.ts";
import {
  type Line,
  type Reading,
  type SourceCell,
  sheetOfLines,
  sourceAt,
  withText,
} from "./reading.ts";
import { dateBelow } from "./titles.ts";
import { areaCell, areaHeader, type TurnedFrame } from "./turned.ts";

/**
 * Labels down and periods across, as forms that list series ask for it: a row for each figure with its
 * area (its column's, its row's, else the title's), label, period, unit and value. Null where a column has no
 * period, or an area is none of the larger ones that such series compare with.
 */
export function listedReading(turned: TurnedFrame, areas: AreaReader): Reading | null {
  const { frame, columns, labels, above, area: titled } = turned;
  const { sheet, unit, label } = frame;
  const records: Line[] = [];
  const key = frame.keys.find(({ column }) => holdsAreas(frame, column, areas));
  for (const facets of columns.taken) {
    const period = facets.period ?? columns.title;
    const text = period && periodLine(period);
    const header: SourceCell = { cell: { type: "text", text: text ?? "" }, ...facets.header };
    if (!text || unit === null) return null;
    for (const { row, path } of labels) {
      const area = areaCell(facets) ?? (key ? sourceAt(sheet, row, key.column) : titled);
      if (!area || !isLarger(area.cell.text, areas)) return null;
      const name = sourceAt(sheet, row, label.column);
      const value = sourceAt(sheet, row, facets.column);
      const words = name && withText(name, path.at(-1) ?? "");
      if (value) records.push([area, words, header, sourceAt(sheet, row, unit), value]);
    }
  }
  const [first] = records;
  if (!first) return null;
  const header = first.map((source, column) => source && withText(source, HEADERS[column] ?? ""));
  header[0] = {
    ...areaHeader(records.map(([area]) => area ?? null)),
    cell: { type: "text", text: HEADERS[0] ?? "" },
  };
  return {
    layout: "listed",
    tables: [
      {
        sheet: sheetOfLines(sheet, above, [header], records),
        area_column: 0,
        is_dated: true,
        below: dateBelow(sheet, frame.body),
      },
    ],
    read_past: columns.read_past,
    ignored: new Map(),
  };
}

function isLarger(text: string, areas: AreaReader): boolean {
  return areas.read(text, null) !== areas.ward_id && !isOfNeighbourhood(text);
}

const HEADERS = ["Khu vực", "Chỉ tiêu", "Kỳ", "Đơn vị", "Giá trị"];
