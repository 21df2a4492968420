import type { AreaReader } from "../parse/area.ts";
import type { Sheet } from "../read/grid.ts";
import { acrossReading } from "./across.ts";
import { besideReading } from "./beside.ts";
import { type Frame, frameOf, isFigure } from "./frame.ts";
import { groupedReading } from "./grouped.ts";
import { listedReading } from "./listed.ts";
import { pivotedReading } from "./pivoted.ts";
import { plainReading, type Reading, type Region } from "./reading.ts";
import { partsOf } from "./regions.ts";
import { sectionReading } from "./sections.ts";
import { turnedFrame, turnedReading } from "./turned.ts";

/** What reading the layout of a sheet takes. */
interface Tools {
  areas: AreaReader;
}

/** The parts of a sheet, each with the ways in which it may be read, the plain one first. */
export function sheetTables(sheet: Sheet, tools: Tools): Region[] {
  return partsOf(sheet, tools.areas).map(({ sheet, span }) => ({
    span,
    readings: readingsOf(sheet, tools),
  }));
}

/** The ways in which a part of a sheet may be read. */
export function readingsOf(sheet: Sheet, { areas }: Tools): Reading[] {
  const beside = besideReading(sheet);
  const frame = beside ? null : frameOf(sheet);
  const made = [beside, frame && sectionReading(frame, areas), ...smallReadings(frame, areas)];
  const structure = frame ? structureOf(frame) : new Map<number, string>();
  const readings = made.flatMap((reading) =>
    reading ? { ...reading, ignored: new Map([...structure, ...reading.ignored]) } : [],
  );
  return [plainReading(sheet), ...readings];
}

/** The rows that are no records in any reading: title, header, groups without figures. */
function structureOf({ sheet, top, header, body, figures }: Frame): Map<number, string> {
  const first = (header.at(-1) ?? top - 1) + 1;
  const above = Array.from({ length: first }, (_, row): [number, string] => [
    row,
    row < top ? "title" : "header",
  ]);
  const hasFigures = (row: number) =>
    figures.some(({ column }) => isFigure(sheet.rows[row]?.[column]));
  const last = body.findLast(hasFigures) ?? first;
  const words = body
    .filter((row) => !hasFigures(row))
    .map((row): [number, string] => [row, row < last ? "group" : "signature"]);
  return new Map([...above, ...words]);
}

/** The layouts of small tables, which are made cell by cell. */
function smallReadings(frame: Frame | null, areas: AreaReader): (Reading | null)[] {
  if (!frame || frame.is_long) return [];
  const turned = turnedFrame(frame, areas);
  const ofLabels = turned
    ? [
        turnedReading(turned, true),
        turnedReading(turned, false),
        groupedReading(turned),
        listedReading(turned, areas),
      ]
    : [];
  return [acrossReading(frame, areas), pivotedReading(frame, areas), ...ofLabels];
}
