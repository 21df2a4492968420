import type {
  ProgrammeColumn,
  ProgrammeFile,
  ProgrammeValue,
} from "../../ingest/programme/declaration.ts";
import type { Programme } from "../../ingest/programme/programme.ts";
import { xlsxFile } from "../../lib/office/xlsx.ts";
import type { SheetValue, XlsxColumn, XlsxSheet } from "../../lib/office/xlsx_sheet.ts";

const LISTS = "Danh mục";
const ROWS_TO_ADD = 200;
const WIDTHS: Readonly<Record<ProgrammeColumn["type"], number>> = {
  text: 32,
  whole: 10,
  decimal: 12,
  date: 12,
  yes_no: 10,
  one_of: 20,
  reference: 24,
  list: 28,
  form: 28,
};

/**
 * A programme as one workbook: a sheet for each file, with drop-down lists, a note at every header and a frozen
 * head; lists of fixed words are on a hidden sheet. Read again it means the same.
 */
export function programmeWorkbook(
  files: readonly ProgrammeFile[],
  { tables }: Programme,
): Uint8Array {
  const sheets = files.map((file): XlsxSheet => {
    const rows = tables.get(file.id) ?? [];
    return {
      name: file.id,
      columns: Object.entries(file.columns).map(([name, column]) => columnOf(file, name, column)),
      rows: rows.map((row) =>
        Object.entries(file.columns).map(([name, { type }]) => cellOf(row[name] ?? null, type)),
      ),
      has_frozen_head: true,
      last_row: rows.length + 1 + ROWS_TO_ADD,
    };
  });
  return xlsxFile([...sheets, listsSheet(files)]);
}

function columnOf(file: ProgrammeFile, name: string, column: ProgrammeColumn): XlsxColumn {
  const { type, vi, en, is_required } = column;
  const required = is_required ? "\nBắt buộc · required" : "";
  const list = listOf(file, name, column);
  return {
    header: name,
    width: Math.max(WIDTHS[type], name.length + 2),
    note: `${vi} · ${en}${required}`,
    ...styleOf(type),
    ...(list && { list }),
  };
}

/** As text, 2.1.10 and 00123 stay as they are typed. */
function styleOf(type: ProgrammeColumn["type"]): Pick<XlsxColumn, "style"> {
  if (type === "date") return { style: { format: "date" } };
  return ["text", "one_of", "reference", "list", "form"].includes(type)
    ? { style: { format: "text" } }
    : {};
}

/** Codes of other files may be added there, so another is only asked about. */
function listOf(file: ProgrammeFile, name: string, column: ProgrammeColumn): XlsxColumn["list"] {
  if (column.type === "one_of")
    return { sheet: LISTS, column: listName(file, name), is_strict: true };
  if (column.type !== "reference") return undefined;
  return { sheet: column.to.file, column: column.to.column, is_strict: false };
}

const listName = (file: ProgrammeFile, name: string) => `${file.id}.${name}`;

function listsSheet(files: readonly ProgrammeFile[]): XlsxSheet {
  const lists = files.flatMap((file) =>
    Object.entries(file.columns).flatMap(([name, column]) =>
      column.type === "one_of" ? { header: listName(file, name), values: column.values } : [],
    ),
  );
  const depth = Math.max(0, ...lists.map(({ values }) => values.length));
  const rows = Array.from({ length: depth }, (_, row) =>
    lists.map(({ values }) => values[row] ?? null),
  );
  return { name: LISTS, columns: lists.map(({ header }) => ({ header })), rows, is_hidden: true };
}

function cellOf(value: ProgrammeValue, type: ProgrammeColumn["type"]): SheetValue {
  return type === "date" && value !== null ? new Date(`${value}T00:00:00Z`) : value;
}
