import Papa from "papaparse";
import { type DecimalMark, decimalMark, seriesNumber } from "./series_number.ts";

/** A value of a series at its t-th period, counted from 1. */
export interface SeriesPoint {
  series_id: string;
  frequency: string;
  t: number;
  value: number;
  lower_bound: number | null;
  upper_bound: number | null;
  /** Number whose chance of being reached is asked. */
  threshold: number | null;
}

/** Series that cannot be believed: the line, and in both languages what is wrong with it. */
export class SeriesError extends Error {
  override name = "SeriesError";
  constructor(line: number, vi: string, en: string) {
    super(`dòng ${line}: ${vi} · line ${line}: ${en}`);
  }
}

interface Row {
  line: number;
  cells: string[];
}
type Point = SeriesPoint & { line: number };
type SeriesColumn = keyof SeriesPoint;

const columns: readonly SeriesColumn[] = [
  "series_id",
  "frequency",
  "t",
  "value",
  "lower_bound",
  "upper_bound",
  "threshold",
];
const optional: readonly SeriesColumn[] = ["lower_bound", "upper_bound", "threshold"];
const numeric: readonly SeriesColumn[] = ["value", ...optional];
const frequencies = ["year", "quarter", "month"];
const largest = 1e15;

/**
 * Reads series from CSV text (parted by commas, semicolons or tabs; decimals with a point or, in all of the
 * file, with a comma) with the columns series_id, frequency (year, quarter, month), t, value and, where
 * there are any, lower_bound, upper_bound and threshold. Rows may stand in any order; a series has every t from 1 on, once.
 * @returns the points, series in the order in which they are met, each by t
 * @throws SeriesError at the first line that cannot be believed
 */
export function readSeriesCsv(text: string): SeriesPoint[] {
  const [header, ...rows] = readRows(text);
  const at = readHeader(header?.cells ?? []);
  const figures = rows.flatMap(({ cells }) =>
    numeric.map((name) => cells[at.get(name) ?? -1] ?? ""),
  );
  const mark = decimalMark(figures);
  const points = rows.map((row) => readPoint(row, at, mark));
  if (points.length === 0)
    throw new SeriesError(1, "không có dòng số liệu nào", "no rows below the header");
  return [...Map.groupBy(points, ({ series_id }) => series_id).values()].flatMap(checkSeries);
}

/** Lines that are not empty, each with the number it has in the file; cells may hold line breaks. */
function readRows(text: string): Row[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimiter: delimiterOf(text),
  });
  let line = 1;
  const rows = data.map((cells) => {
    const row = { line, cells: cells.map((cell) => cell.trim()) };
    line += 1 + cells.join("").split("\n").length - 1;
    return row;
  });
  const quotes = errors.find(({ type }) => type === "Quotes");
  if (quotes)
    throw new SeriesError(
      rows[quotes.row ?? 0]?.line ?? 1,
      "dấu ngoặc kép không khép",
      "a quotation mark without its pair",
    );
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/** What parts the names of the first line: Excel writes semicolons where a comma is the decimal mark. */
function delimiterOf(text: string): string {
  const [header = ""] = text.trimStart().split("\n", 1);
  return [",", ";", "\t"].find((mark) => header.includes(mark)) ?? ",";
}

/** Where each column stands. */
function readHeader(cells: string[]): Map<SeriesColumn, number> {
  const missing = columns.find((name) => !optional.includes(name) && !cells.includes(name));
  if (missing) throw new SeriesError(1, `thiếu cột ${missing}`, `column ${missing} is missing`);
  const odd = cells.find(
    (name, index) => !columns.includes(name as SeriesColumn) || cells.indexOf(name) !== index,
  );
  if (odd !== undefined)
    throw new SeriesError(
      1,
      `cột lạ hoặc lặp ${JSON.stringify(odd)}; chỉ có ${columns.join(", ")}`,
      `unknown or repeated column ${JSON.stringify(odd)}; known are ${columns.join(", ")}`,
    );
  return new Map(columns.map((name) => [name, cells.indexOf(name)]));
}

function readPoint({ line, cells }: Row, at: Map<SeriesColumn, number>, mark: DecimalMark): Point {
  const cell = (name: SeriesColumn) => cells[at.get(name) ?? -1] ?? "";
  const numberOrNone = (name: SeriesColumn) =>
    cell(name) === "" ? null : readNumber(line, name, cell(name), mark);
  const point = {
    line,
    series_id: cell("series_id"),
    frequency: cell("frequency"),
    t: readNumber(line, "t", cell("t"), "."),
    value: readNumber(line, "value", cell("value"), mark),
    lower_bound: numberOrNone("lower_bound"),
    upper_bound: numberOrNone("upper_bound"),
    threshold: numberOrNone("threshold"),
  };
  checkPoint(point);
  return point;
}

function readNumber(line: number, name: SeriesColumn, text: string, mark: DecimalMark): number {
  const number = seriesNumber(text, mark);
  if (number !== null && Math.abs(number) <= largest) return number;
  throw new SeriesError(
    line,
    `${name} phải là số${commaRule(mark).vi}, tìm thấy ${JSON.stringify(text)}`,
    `${name}: expected a number${commaRule(mark).en}, found ${JSON.stringify(text)}`,
  );
}

/** What numbers of a file with a decimal comma must be written like. */
function commaRule(mark: DecimalMark) {
  return mark === ","
    ? { vi: " viết như 1.234,5 hoặc 98,5", en: " written like 1.234,5 or 98,5" }
    : { vi: "", en: "" };
}

function checkPoint({ line, series_id, frequency, t, value, lower_bound, upper_bound }: Point) {
  const low = lower_bound ?? -Infinity;
  const high = upper_bound ?? Infinity;
  const expect = (holds: boolean, vi: string, en: string) => {
    if (!holds) throw new SeriesError(line, vi, en);
  };
  expect(series_id !== "", "thiếu series_id", "series_id is empty");
  expect(
    frequencies.includes(frequency),
    `frequency phải là year, quarter hoặc month, tìm thấy ${JSON.stringify(frequency)}`,
    `frequency: expected year, quarter or month, found ${JSON.stringify(frequency)}`,
  );
  expect(
    Number.isInteger(t) && t >= 1,
    `t phải là 1, 2, 3 …, tìm thấy ${t}`,
    `t: expected 1, 2, 3 …, found ${t}`,
  );
  expect(
    low < high,
    `lower_bound ${low} không nhỏ hơn upper_bound ${high}`,
    `lower_bound ${low} is not below upper_bound ${high}`,
  );
  expect(
    low <= value && value <= high,
    `giá trị ${value} nằm ngoài giới hạn`,
    `value ${value} lies outside its bounds`,
  );
}

/** One frequency, one pair of bounds, one threshold, and every t from 1 on. */
function checkSeries(unsorted: Point[]): SeriesPoint[] {
  const points = unsorted.toSorted((a, b) => a.t - b.t || a.line - b.line);
  const first = points[0] as Point;
  const name = JSON.stringify(first.series_id);
  return points.map(({ line, ...point }, index) => {
    for (const column of ["frequency", "lower_bound", "upper_bound", "threshold"] as const)
      if (point[column] !== first[column])
        throw new SeriesError(
          line,
          `${column} của chuỗi ${name} không như dòng ${first.line}`,
          `${column} of series ${name} differs from line ${first.line}`,
        );
    if (point.t === index)
      throw new SeriesError(
        line,
        `chuỗi ${name} có t = ${point.t} hai lần`,
        `series ${name} has t = ${point.t} twice`,
      );
    if (point.t !== index + 1)
      throw new SeriesError(
        line,
        `chuỗi ${name} thiếu t = ${index + 1}`,
        `series ${name} has no t = ${index + 1}`,
      );
    return point;
  });
}
