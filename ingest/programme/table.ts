import { wordKey } from "../parse/key.ts";
import { columnLetters } from "../read/grid.ts";
import { nearestText } from "../recognise/nearest.ts";
import type { Grid } from "./csv.ts";
import type { ProgrammeFile, ProgrammeRow, ProgrammeValue } from "./declaration.ts";
import type { Finding } from "./finding.ts";
import { valueReader } from "./value.ts";

/** A file as it was read: its rows, where each stands, and what is wrong so far. */
export interface ReadTable {
  file: ProgrammeFile;
  /** The file's name as findings tell it. */
  name: string;
  rows: ProgrammeRow[];
  /** The number of a row in the file. */
  rowNumbers: Map<ProgrammeRow, number>;
  findings: Finding[];
}

/** Reads the cells of a file by its declaration; blank rows and columns are read past. */
export function readTable(file: ProgrammeFile, name: string, grid: Grid): ReadTable {
  const table: ReadTable = { file, name, rows: [], rowNumbers: new Map(), findings: [] };
  const top = grid.findIndex((row) => row.some((cell) => cell !== null));
  const columns = readHeader(table, grid, top);
  if (top < 0) return table;
  const filled = [...grid.entries()].filter(
    ([index, row]) => index > top && row.some((cell) => cell !== null),
  );
  const rows = filled.map(([index]) => ({ index, values: blankRow(file) }));
  for (const [id, place] of columns) {
    const declared = file.columns[id];
    if (!declared) continue;
    const cells = filled.map(([, row]) => row[place] ?? null);
    const read = valueReader(declared, cells);
    for (const [position, { index, values }] of rows.entries()) {
      const cell = cells[position] ?? null;
      const made = cell === null ? { value: null } : read(cell);
      const at = { file: name, row: index + 1, column: id, severity: "error" as const };
      if ("need" in made) table.findings.push({ ...at, ...made.need, found: cell?.text ?? null });
      else if (made.value === null && declared.is_required)
        table.findings.push({ ...at, vi: declared.vi, en: declared.en, found: cell?.text ?? null });
      else values[id] = made.value;
    }
  }
  for (const { index, values } of rows) {
    table.rows.push(values);
    table.rowNumbers.set(values, index + 1);
  }
  return table;
}

function blankRow({ columns }: ProgrammeFile): Record<string, ProgrammeValue> {
  return Object.fromEntries(Object.keys(columns).map((id) => [id, null]));
}

/** Which column of the file holds what; told: what is unknown, given twice or missing. */
function readHeader(
  { file, name, findings }: ReadTable,
  grid: Grid,
  top: number,
): Map<string, number> {
  const ids = Object.keys(file.columns);
  const columns = new Map<string, number>();
  const tell = (finding: Omit<Finding, "file" | "row">) =>
    findings.push({ file: name, row: top < 0 ? null : top + 1, ...finding });
  const width = Math.max(0, ...grid.map(({ length }) => length));
  for (let place = 0; place < width; place++) {
    const text = grid[top]?.[place]?.text ?? "";
    const id = ids.find((each) => wordKey(each) === wordKey(text));
    const column = text || columnLetters(place);
    if (id !== undefined && columns.has(id))
      tell({
        column,
        severity: "error",
        vi: "cột này có hai lần",
        en: "the column is there twice",
      });
    else if (id !== undefined) columns.set(id, place);
    else if (text !== "") tell(unknownColumn(text, ids));
    else if (grid.some((row, index) => index > top && row[place]))
      tell({
        column,
        severity: "error",
        vi: "cột có dữ liệu nhưng không có tên",
        en: "a column with values and no name",
      });
  }
  for (const [id, { is_required, vi, en }] of Object.entries(file.columns))
    if (is_required && !columns.has(id))
      tell({
        column: id,
        severity: "error",
        vi: `thiếu cột này (${vi})`,
        en: `the column is missing (${en})`,
      });
  return columns;
}

function unknownColumn(text: string, ids: readonly string[]): Omit<Finding, "file" | "row"> {
  const near = nearestText(text, ids);
  return {
    column: text,
    severity: "warning",
    vi: `không rõ cột này, đã bỏ qua; cột gần nhất: ${near}`,
    en: `unknown column, read past; the nearest is ${near}`,
  };
}
