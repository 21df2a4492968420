import { columnLetters } from "../../lib/office/address.ts";
import { wordKey } from "../parse/key.ts";
import { nearestText } from "../parse/nearest.ts";
import type { ProgrammeFile, ProgrammeRow, ProgrammeValue } from "./declaration.ts";
import type { Finding } from "./finding.ts";
import type { Grid } from "./programme_csv.ts";
import { valueReader } from "./programme_value.ts";

/** A file as it was read: its rows, where each stands, and what is wrong so far. */
export interface ReadTable {
  file: ProgrammeFile;
  /** The file's name as findings give it. */
  name: string;
  rows: ProgrammeRow[];
  /** The number of a row in the file. */
  rowNumbers: Map<ProgrammeRow, number>;
  findings: Finding[];
}

/**
 * The rows of each file, by its id. Where a file stands both in a sheet and in a CSV file, a row of the CSV
 * takes the place of one with the same key.
 */
export function mergedTables(read: readonly ReadTable[]): Map<string, ProgrammeRow[]> {
  const byFile = Map.groupBy(read, ({ file }) => file.id);
  return new Map([...byFile].map(([id, tables]) => [id, mergedRows(tables)]));
}

function mergedRows(tables: readonly ReadTable[]): ProgrammeRow[] {
  const [first] = tables;
  if (!first || tables.length === 1) return first?.rows ?? [];
  const sheetsFirst = tables.toSorted((a, b) => Number(isCsv(a)) - Number(isCsv(b)));
  const rows = sheetsFirst.flatMap((table) => table.rows);
  const keyOf = (row: ProgrammeRow) => JSON.stringify(first.file.key.map((name) => row[name]));
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

function isCsv({ name }: ReadTable): boolean {
  return name.toLowerCase().endsWith(".csv");
}

/** A row as it is made up: its index in the file, and the values so far. */
interface RowInMaking {
  index: number;
  values: Record<string, ProgrammeValue>;
}

/** Reads the cells of a file by its declaration; blank rows and columns are read past. */
export function readTable(file: ProgrammeFile, name: string, grid: Grid): ReadTable {
  const table: ReadTable = { file, name, rows: [], rowNumbers: new Map(), findings: [] };
  const top = grid.findIndex((row) => row.some((cell) => cell !== null));
  const columns = readHeader(table, grid, top);
  const rows = [...grid.entries()]
    .filter(([index, row]) => top >= 0 && index > top && row.some((cell) => cell !== null))
    .map(([index]): RowInMaking => ({ index, values: blankRow(file) }));
  for (const [id, place] of columns) readColumn(table, id, place, grid, rows);
  for (const { index, values } of rows) {
    table.rows.push(values);
    table.rowNumbers.set(values, index + 1);
  }
  return table;
}

/** Fills a column of the rows; what can't be believed stays null, with a finding. */
function readColumn(
  { file, name, findings }: ReadTable,
  id: string,
  place: number,
  grid: Grid,
  rows: readonly RowInMaking[],
): void {
  const column = file.columns[id];
  if (!column) return;
  const cells = rows.map(({ index }) => grid[index]?.[place] ?? null);
  const read = valueReader(column, cells);
  for (const [position, { index, values }] of rows.entries()) {
    const cell = cells[position] ?? null;
    const made = cell === null ? { value: null } : read(cell);
    if ("value" in made && (made.value !== null || !column.is_required)) values[id] = made.value;
    else {
      const { vi, en } = "need" in made ? made.need : column;
      const at = { file: name, row: index + 1, column: id, severity: "error" as const };
      findings.push({ ...at, vi, en, found: cell?.text ?? null });
    }
  }
}

function blankRow({ columns }: ProgrammeFile): Record<string, ProgrammeValue> {
  return Object.fromEntries(Object.keys(columns).map((id) => [id, null]));
}

const TWICE = {
  severity: "error",
  vi: "cột này có hai lần",
  en: "the column is there twice",
} as const;
const NAMELESS = {
  severity: "error",
  vi: "cột có dữ liệu nhưng không có tên",
  en: "a column with values and no name",
} as const;

/** Which column of the file holds what; findings: what is unknown, given twice, without a name or missing. */
function readHeader(
  { file, name, findings }: ReadTable,
  grid: Grid,
  top: number,
): Map<string, number> {
  const ids = Object.keys(file.columns);
  const columns = new Map<string, number>();
  const addFinding = (column: string, finding: Pick<Finding, "severity" | "vi" | "en">) =>
    findings.push({ file: name, row: top < 0 ? null : top + 1, column, ...finding });
  const width = Math.max(0, ...grid.map(({ length }) => length));
  for (let place = 0; place < width; place++) {
    const text = grid[top]?.[place]?.text ?? "";
    const id = ids.find((each) => wordKey(each) === wordKey(text));
    if (id !== undefined && !columns.has(id)) columns.set(id, place);
    else if (id !== undefined) addFinding(text, TWICE);
    else if (text !== "") addFinding(text, unknownColumn(text, ids));
    else if (grid.some((row, index) => index > top && row[place]))
      addFinding(columnLetters(place), NAMELESS);
  }
  for (const [id, { is_required, vi, en }] of Object.entries(file.columns))
    if (is_required && !columns.has(id)) addFinding(id, missingColumn(vi, en));
  return columns;
}

function unknownColumn(
  text: string,
  ids: readonly string[],
): Pick<Finding, "severity" | "vi" | "en"> {
  const near = nearestText(text, ids);
  return {
    severity: "warning",
    vi: `không rõ cột này, đã bỏ qua; cột gần nhất: ${near}`,
    en: `unknown column, read past; the nearest is ${near}`,
  };
}

function missingColumn(vi: string, en: string): Pick<Finding, "severity" | "vi" | "en"> {
  return {
    severity: "error",
    vi: `thiếu cột này (${vi})`,
    en: `the column is missing (${en})`,
  };
}
