import type { Sheet } from "../read/grid.ts";
import { locate } from "../recognise/locate.ts";
import type { Recognition } from "../recognise/recognition.ts";
import { joinedReading } from "../tables/joined.ts";
import { plainReading, type Reading, type Region, type RowSpan } from "../tables/reading.ts";
import { partedAt, type SheetPart } from "../tables/regions.ts";
import { readingsOf, sheetTables } from "../tables/sheet_tables.ts";
import { type Chosen, chooseReading } from "./choose_reading.ts";
import type { InboxFile, ReaderTools } from "./file_input.ts";

/** A part of a sheet with the way in which it is read. */
export interface SeenPart extends Chosen {
  span: RowSpan;
}

/** A sheet with anything in it, its parts and what they were found to be. */
export interface SeenSheet {
  sheet: Sheet;
  /** The parts that are of a form, and those beside them that are not; else the whole sheet. */
  parts: SeenPart[];
  /** Of the sheet: that of the part that was recognised best. */
  recognition: Recognition;
}

/** Looks at a sheet: at its parts, each read as it is recognised best. A hidden sheet is seen as it stands. */
export function seeSheet(sheet: Sheet, file: InboxFile, tools: ReaderTools): SeenSheet {
  const regions = sheet.is_hidden ? [] : sheetTables(sheet, { areas: tools.catalogue.areas });
  const see = ({ span, readings }: Omit<Region, "sides">) => ({
    span,
    ...chooseReading(readings, file, tools),
  });
  const seen = regions.map((region) => {
    const whole = see(region);
    const sides = region.sides.map((readings) => see({ span: region.span, readings }));
    const isOfSides = whole.tables.length === 0 ? isOfForm : areOfForms;
    return isOfSides(sides) ? sides : [whole];
  });
  const join = (first: Region, second: Region) => {
    const reading = joinedReading(partOf(first), partOf(second), tools.catalogue.areas);
    const span = { from: first.span.from, to: second.span.to };
    return reading && see({ span, readings: [reading] });
  };
  const parts = joinedParts(regions, seen, join).flatMap((part) =>
    partedBySecond(part, file, tools),
  );
  const known = parts.find(({ tables }) => tables.length > 0);
  if (known) return { sheet, parts, recognition: known.recognition };
  const [only] = parts;
  if (only && parts.length === 1) return { sheet, parts, recognition: only.recognition };
  const whole = see({ span: { from: 0, to: sheet.rows.length }, readings: [plainReading(sheet)] });
  return { sheet, parts: [whole], recognition: whole.recognition };
}

/** A table below one of a form that is of none itself, for it lacks what the first one has: read with it. */
function joinedParts(
  regions: readonly Region[],
  seen: readonly SeenPart[][],
  join: (first: Region, second: Region) => SeenPart | null,
): SeenPart[] {
  const [first, second, ...others] = regions;
  const [[one, ...beside] = [], later = []] = seen;
  const isOfTwo = first && second && others.length === 0 && one && beside.length === 0;
  const isPart = one?.tables.length === 1 && later.every(({ tables }) => tables.length === 0);
  const joined = isOfTwo && isPart ? join(first, second) : null;
  return joined && one && isWider(joined, one) ? [joined] : seen.flat();
}

/** Of the same form with more of its columns, and none in doubt. */
function isWider({ tables: [joined] }: SeenPart, { tables: [first] }: SeenPart): boolean {
  if (!joined || !first) return false;
  const isSame = joined.match.form.id === first.match.form.id;
  return (
    isSame &&
    joined.match.doubts.length === 0 &&
    joined.match.columns.size > first.match.columns.size
  );
}

function partOf({ span, readings }: Region): { sheet: Sheet; span: RowSpan } {
  return { sheet: (readings[0] as Reading).tables[0]?.sheet as Sheet, span };
}

/** Tables side by side of which each is of a form. */
function areOfForms(sides: readonly SeenPart[]): boolean {
  return sides.length > 0 && sides.every(({ tables }) => tables.length > 0);
}

function isOfForm(sides: readonly SeenPart[]): boolean {
  return sides.some(({ tables }) => tables.length > 0);
}

/**
 * A part that holds a second table below the first, by the headers of forms that it has: in two, where the
 * second is of a form too. What is not is told by the first.
 */
function partedBySecond(part: SeenPart, file: InboxFile, tools: ReaderTools): SeenPart[] {
  const [only] = part.tables;
  if (!only || part.reading.layout !== "plain") return [part];
  const located = locate(only.table.sheet, only.match);
  const known = { ...part, tables: [{ ...only, located }] };
  const [at] = located.second;
  if (at === undefined) return [known];
  const [above, below] = partedAt(
    only.table.sheet,
    only.match.header.top,
    at,
    tools.catalogue.areas,
  );
  const see = ({ sheet, span }: SheetPart) => {
    const readings = readingsOf(sheet, { areas: tools.catalogue.areas });
    return {
      span: { from: Math.max(span.from, part.span.from), to: Math.min(span.to, part.span.to) },
      ...chooseReading(readings, file, tools),
    };
  };
  const later = see(below);
  return later.tables.length > 0 ? [see(above), ...partedBySecond(later, file, tools)] : [known];
}
