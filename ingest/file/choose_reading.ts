import { wordKey } from "../parse/key.ts";
import type { Sheet } from "../read/grid.ts";
import { withAreaColumn } from "../recognise/area_column.ts";
import { withPeriodColumn } from "../recognise/found_columns.ts";
import type { LocatedTable } from "../recognise/locate.ts";
import type { Match } from "../recognise/match.ts";
import { headingOf, type Recognition, recognise } from "../recognise/recognition.ts";
import type { PlainTable, Reading } from "../tables/reading.ts";
import { withIndicators } from "./asked_indicators.ts";
import type { InboxFile, ReaderTools } from "./file_input.ts";

/** A table with the form that it was found to be. */
interface KnownTable {
  table: PlainTable;
  match: Match;
  /** Its rows, where they were looked for already: in long lists that takes time. */
  located?: LocatedTable;
}

/** The reading that was chosen for a part of a sheet: its tables, where they are of a form. */
export interface Chosen {
  reading: Reading;
  recognition: Recognition;
  /** Empty where the part is of no form, or of an unclear one. */
  tables: KnownTable[];
}

/**
 * Of the ways to read a part of a sheet the one whose tables are recognised best: as a form, without a
 * column in doubt, by its score. The earlier one wins ties, and the plain one is first.
 */
export function chooseReading(
  readings: readonly Reading[],
  file: InboxFile,
  tools: ReaderTools,
): Chosen {
  const heading = headingIn(readings, file, tools);
  const chosen = readings.map((reading) => tryReading(reading, heading, file, tools));
  const best = chosen.reduce((best, each) => (isBetter(each, best) ? each : best));
  const placed = chosen.find((each) => isPlaced(each, best));
  if (placed) return placed;
  return chosen.some((each) => isOfUnreadArea(each, best)) ? withoutForm(best) : best;
}

/** The same form, with the neighbourhoods that its title or its headings name. */
function isPlaced({ reading, tables: [table] }: Chosen, best: Chosen): boolean {
  const isPlain = best.reading.layout === "plain" && reading.layout === "sections";
  return isPlain && table !== undefined && table.match.form.id === best.tables[0]?.match.form.id;
}

/** A sheet of one neighbourhood, of a form that knows none: its figures would land as the ward's. */
function isOfUnreadArea({ reading, tables, recognition }: Chosen, best: Chosen): boolean {
  const [match] = best.tables.map((each) => each.match);
  const isUnread = reading.layout === "sections" && tables.length === 0;
  const isSame = recognition.kind === "form" && recognition.match.form.id === match?.form.id;
  return isUnread && isSame && best.reading.layout === "plain";
}

function withoutForm({ reading, tables }: Chosen): Chosen {
  const nearest = tables[0]?.match.form.id ?? null;
  const recognition = { ...NONE, nearest, missing: ["Tổ dân phố"], share: 1 };
  return { reading, tables: [], recognition };
}

/** All readings of a part are asked about in the same words: those of the part as it stands. */
function headingIn(
  [plain]: readonly Reading[],
  { name }: InboxFile,
  { catalogue }: ReaderTools,
): string | undefined {
  const sheet = plain?.tables[0]?.sheet;
  return sheet && headingOf(sheet, name, catalogue);
}

function tryReading(
  reading: Reading,
  heading: string | undefined,
  { name }: InboxFile,
  { catalogue, indicators }: ReaderTools,
): Chosen {
  const seen = reading.tables.map((table) => {
    const found = recognise(table.sheet, name, catalogue, heading);
    const recognition = withIndicators(found, indicators);
    const sheet = (recognition.kind === "form" && recognition.sheet) || table.sheet;
    return { table: { ...table, sheet }, recognition: withAreas(sheet, recognition) };
  });
  const tables = seen.flatMap(({ table, recognition }) =>
    recognition.kind === "form" &&
    usesArea(table, recognition.match) &&
    usesNames(table, recognition.match)
      ? { table, match: recognition.match }
      : [],
  );
  const forms = new Set(tables.map(({ match }) => match.form.id));
  const isOfOne = tables.length === seen.length && forms.size === 1;
  const recognition = seen[0]?.recognition ?? NONE;
  return { reading, recognition, tables: isOfOne ? tables : [] };
}

function withAreas(sheet: Sheet, recognition: Recognition): Recognition {
  if (recognition.kind !== "form") return recognition;
  const match = withPeriodColumn(sheet, withAreaColumn(sheet, recognition.match));
  return { ...recognition, match };
}

const NONE: Extract<Recognition, { kind: "unknown" }> = {
  kind: "unknown",
  nearest: null,
  missing: [],
  share: 0,
  figures: 0,
  questions: [],
};

/** Columns that tell rows apart and were made of headers must be the form's own, else rows would be one. */
function usesNames({ named_columns = [] }: PlainTable, { columns }: Match): boolean {
  const used = [...columns.values()];
  return named_columns.every((column) => used.includes(column));
}

/** An area that was read out of a header must be the form's own, else its rows would land as the ward's. */
function usesArea(
  { area_column, sheet }: PlainTable,
  { form, columns, header, areas }: Match,
): boolean {
  if (area_column === null || columns.get(form.keys.area?.column ?? "") === area_column)
    return true;
  const texts = sheet.rows.slice(header.bottom + 1).map((row) => row[area_column]?.text ?? "");
  const isWard = texts.every((text) => text === "" || areas.ward_keys.includes(wordKey(text)));
  return isWard && form.keys.area === undefined;
}

function isBetter(one: Chosen, other: Chosen): boolean {
  const [a, b] = [rankOf(one), rankOf(other)];
  if (a !== b) return a > b;
  const isPlain = other.reading.layout === "plain";
  if (a > 0 && isPlain && TURNED.includes(one.reading.layout) && !readsMore(one, other))
    return false;
  return a > 0 ? scoreOf(one) > scoreOf(other) : nearnessOf(one) > nearnessOf(other);
}

/** Layouts whose columns are made of rows. */
const TURNED: readonly string[] = ["turned", "grouped", "listed"];

/** It is of another form than the earlier reading, or has a column more: else the rows are no columns. */
function readsMore({ tables: [one] }: Chosen, { tables: [earlier] }: Chosen): boolean {
  if (!one || !earlier || one.match.form.id !== earlier.match.form.id) return true;
  return [...one.match.columns.keys()].some((id) => !earlier.match.columns.has(id));
}

/** Of what is of no form: how much of one is there. */
function nearnessOf({ recognition }: Chosen): number {
  if (recognition.kind === "partial") return 2;
  return recognition.kind === "unknown" ? recognition.share + recognition.figures / MANY : 0;
}

/** More columns of figures than forms have. */
const MANY = 100;

function rankOf({ tables }: Chosen): number {
  if (tables.length === 0 || !tables.every(hasRows)) return 0;
  return tables.some(({ match }) => match.doubts.length > 0) ? 1 : 2;
}

/** Something stands below the header: else what was taken for it may be a row. */
function hasRows({ table: { sheet }, match: { header } }: KnownTable): boolean {
  return sheet.rows.slice(header.bottom + 1).some((row) => row.some(Boolean));
}

function scoreOf({ tables }: Chosen): number {
  return Math.min(...tables.map(({ match }) => match.score));
}
