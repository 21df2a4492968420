import { MOST_CELLS, MOST_SHEETS, type Sheet } from "./grid.ts";
import { DAYS_TO_1904 } from "./number_cell.ts";
import { NotPlain } from "./plain.ts";
import { lostCells, tooManySheets } from "./sheet_faults.ts";
import { textCell } from "./xlsx_cell.ts";
import { countStored } from "./xlsx_count.ts";
import { listSheets } from "./xlsx_parts.ts";
import { readSheetXml } from "./xlsx_sheet.ts";
import { sharedStrings } from "./xlsx_strings.ts";
import { styleFormats } from "./xlsx_styles.ts";
import { type Entries, entryText } from "./zip.ts";

/** Kinds of sheets that hold no table: charts, dialogs, macros. */
const WITHOUT_CELLS = /^(?:chart|dialog|xl(?:Intl)?Macro)sheet$/i;

/**
 * The sheets of an .xlsx as Excel writes it, or null where it is written otherwise and the library has to
 * read it. Throws a Refusal where cells contradict each other or the independent count of them.
 */
export function readPlainXlsx(entries: Entries): Sheet[] | null {
  try {
    return readBook(entries);
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

function readBook(entries: Entries): Sheet[] {
  const { sheets, is_1904 } = listSheets(entries);
  if (sheets.length > MOST_SHEETS) throw tooManySheets();
  if (sheets.length === 0) throw new NotPlain("no sheets");
  const sources = {
    strings: sharedStrings(bytesOf(entries, "xl/sharedStrings.xml")).map(textCell),
    formats: styleFormats(entryText(entries, "xl/styles.xml")),
    dateOffset: is_1904 ? DAYS_TO_1904 : 0,
  };
  let cellsLeft = MOST_CELLS;
  return sheets.map(({ name, part, kind, is_hidden }) => {
    const bytes = entries.get(part);
    if (bytes && WITHOUT_CELLS.test(kind)) return { name, is_hidden, rows: [], merges: [] };
    if (!bytes || kind !== "worksheet") throw new NotPlain("a sheet that is no worksheet");
    const xml = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
    if (!/^\s*(?:<\?xml[^>]*\?>)?\s*<worksheet[\s>]/.test(xml)) throw new NotPlain("a worksheet");
    const { rows, merges, stored } = readSheetXml(xml, sources, cellsLeft);
    if (stored < countStored(bytes)) throw lostCells();
    cellsLeft -= rows.reduce((sum, row) => sum + row.length, 0);
    return { name, is_hidden, rows, merges };
  });
}

/** The bytes of a part, one character each: what is ASCII of it need not be decoded. */
function bytesOf(entries: Entries, name: string): string {
  return Buffer.from(entries.get(name) ?? []).toString("latin1");
}
