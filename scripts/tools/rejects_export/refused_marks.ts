import { wordKey } from "../../../ingest/parse/key.ts";
import type { Sheet } from "../../../ingest/read/grid.ts";
import { filledRows } from "../../../ingest/recognise/locate.ts";
import { cellAddress } from "../../../lib/office/address.ts";
import type { Mark } from "./marked_copy.ts";

/** Why a file was refused whole, and what is asked of its sheets. */
export interface RefusedWhole {
  code: string;
  message: string;
  questions: readonly { sheet: string | null; cell: string | null; question: string }[];
}

/** What is wrong with the title rather than with the header of its table. */
const OF_TITLES: readonly string[] = ["missing_period", "ambiguous_form"];

/** Rows from the top among which a header is looked for. */
const HEADER_DEPTH = 40;

/**
 * The cells to be looked at in a file refused whole: those that questions name, and of each sheet with a
 * table the lines of its title or the headers of its columns, whichever was not understood.
 */
export function refusedMarks(sheets: readonly Sheet[], refused: RefusedWhole): Mark[] {
  const asked = refused.questions.flatMap(({ sheet, cell, question }): Mark[] =>
    sheet === null ? [] : [{ sheet, cell, comment: question }],
  );
  const shown = sheets.filter((sheet) => !sheet.is_hidden && filledRows(sheet).length > 0);
  return [...asked, ...shown.flatMap((sheet) => sheetMarks(sheet, refused))];
}

function sheetMarks(sheet: Sheet, { code, message }: RefusedWhole): Mark[] {
  const header = headerRowOf(sheet);
  const rows = OF_TITLES.includes(code) ? titleRows(sheet, header) : [header];
  return rows.flatMap((row) =>
    wordCells(sheet, row).map((column) => {
      return { sheet: sheet.name, cell: cellAddress(row, column), comment: message };
    }),
  );
}

/** Lines above the header; of a table that begins at once, its header. */
function titleRows(sheet: Sheet, header: number): number[] {
  const above = filledRows(sheet).filter((row) => row < header);
  return above.length > 0 ? above : [header];
}

/** The row, of those at the top, with the most cells of different words. */
function headerRowOf(sheet: Sheet): number {
  const rows = filledRows(sheet).slice(0, HEADER_DEPTH);
  const counted = rows.map((row) => {
    const keys = wordCells(sheet, row).map((column) =>
      wordKey(sheet.rows[row]?.[column]?.text ?? ""),
    );
    return { row, count: new Set(keys).size };
  });
  return counted.reduce((a, b) => (b.count > a.count ? b : a), { row: 0, count: 0 }).row;
}

function wordCells({ rows }: Sheet, row: number): number[] {
  return (rows[row] ?? []).flatMap((cell, column) =>
    cell?.type === "text" && /\p{L}/u.test(cell.text) ? [column] : [],
  );
}
