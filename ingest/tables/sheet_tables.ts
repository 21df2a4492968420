import type { AreaReader } from "../parse/area.ts";
import type { Sheet } from "../read/grid.ts";
import { acrossReading } from "./across.ts";
import { besideReading } from "./beside.ts";
import { cardReading } from "./card.ts";
import { categoriesReading } from "./categories.ts";
import { type Frame, frameOf, isFigure } from "./frame.ts";
import { groupedReading } from "./grouped.ts";
import { type ListFrame, listFrameOf, listOfFrame } from "./list_frame.ts";
import { listedReading } from "./listed.ts";
import { pivotedReading } from "./pivoted.ts";
import { plainReading, type Reading, type Region } from "./reading.ts";
import { partsOf } from "./regions.ts";
import { sectionReading } from "./sections.ts";
import { sidesOf } from "./sides.ts";
import { thingsReading } from "./things.ts";
import { turnedFrame, turnedReading } from "./turned.ts";

/** What reading the layout of a sheet takes. */
interface Tools {
  areas: AreaReader;
}

/** The parts of a sheet, each with the ways in which it may be read, the plain one first. */
export function sheetTables(sheet: Sheet, tools: Tools): Region[] {
  return partsOf(sheet, tools.areas).map(({ sheet, span }) => {
    const sides = sidesOf(sheet);
    return {
      span,
      readings: readingsOf(sheet, tools),
      sides: sides.length > 1 ? sides.map((side) => readingsOf(side, tools)) : [],
    };
  });
}

/** The ways in which a part of a sheet may be read. */
export function readingsOf(sheet: Sheet, { areas }: Tools): Reading[] {
  const beside = besideReading(sheet);
  const frame = beside ? null : frameOf(sheet);
  const list = beside ? null : frame ? listOfFrame(frame) : listFrameOf(sheet);
  const ofList = list && sectionReading(list, areas);
  const made = [beside, ofList, ...smallReadings(frame, areas)];
  const structure = new Map([...headingOf(list), ...(frame ? wordRowsOf(frame) : [])]);
  const ofRows = made.flatMap((reading) =>
    reading ? { ...reading, ignored: new Map([...structure, ...reading.ignored]) } : [],
  );
  const ofThings = beside ? [] : [thingsReading(sheet, areas), cardReading(sheet)];
  return [plainReading(sheet), ...ofRows, ...ofThings.filter((reading) => reading !== null)];
}

/** The rows that are no records in any reading: title and header. */
function headingOf(list: ListFrame | null): [number, string][] {
  const top = list?.top ?? 0;
  const first = (list?.header.at(-1) ?? top - 1) + 1;
  return Array.from({ length: first }, (_, row) => [row, row < top ? "title" : "header"]);
}

/** Rows without figures: groups, signatures. */
function wordRowsOf({ sheet, top, header, body, figures }: Frame): [number, string][] {
  const first = (header.at(-1) ?? top - 1) + 1;
  const hasFigures = (row: number) =>
    figures.some(({ column }) => isFigure(sheet.rows[row]?.[column]));
  const last = body.findLast(hasFigures) ?? first;
  return body
    .filter((row) => !hasFigures(row))
    .map((row) => [row, row < last ? "group" : "signature"]);
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
  const ofFigures = [
    acrossReading(frame, areas),
    categoriesReading(frame, areas),
    pivotedReading(frame, areas),
  ];
  return [...ofFigures, ...ofLabels];
}
