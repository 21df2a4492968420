import { openSheet } from "../../../ingest/file/read_sheet.ts";
import { nearestText } from "../../../ingest/parse/nearest.ts";
import { maskedText } from "../../../ingest/people/masked_text.ts";
import type { Sheet } from "../../../ingest/read/grid.ts";
import type { Match } from "../../../ingest/recognise/match.ts";
import type { TitleFacts } from "../../../ingest/recognise/title.ts";
import { columnLetters } from "../../../lib/office/address.ts";

/** A column of a sheet: what it is headed and what it would be read as. */
export interface SeenColumn {
  letters: string;
  header: string;
  /** The form's column, or null for a header that the form does not know. */
  id: string | null;
  /** Of an unknown header: the form's header that is nearest to it. */
  nearest: string | null;
}

/** How a recognised sheet would be read. */
export interface ReadColumns {
  form: string;
  edition: string | null;
  header_rows: [first: number, last: number];
  columns: SeenColumn[];
  /** Headers of the form that the sheet does not have and need not have. */
  absent: string[];
  title: TitleFacts;
  /** The first rows of figures: row number and cells by column id, those that speak of a person masked. */
  rows: { row: number; cells: [id: string, text: string][] }[];
}

const ROWS_SHOWN = 5;

/** What a match makes of a sheet, column by column. */
export function readColumns(sheet: Sheet, recognised: Match): ReadColumns {
  const { match, table, title } = openSheet(sheet, recognised);
  const { form, edition, header, columns } = match;
  return {
    form: form.id,
    edition,
    header_rows: [header.top + 1, header.bottom + 1],
    columns: header.cells.map(({ column, texts }) => seenColumn(match, column, texts.join(" | "))),
    absent: Object.entries(form.columns).flatMap(([id, { headers }]) =>
      columns.has(id) ? [] : (headers[0] ?? id),
    ),
    title,
    rows: table.rows
      .slice(0, ROWS_SHOWN)
      .map(({ index }) => ({ row: index + 1, cells: shownCells(sheet, match, index) })),
  };
}

function seenColumn({ form, columns }: Match, column: number, header: string): SeenColumn {
  const id = [...columns].find(([, taken]) => taken === column)?.[0] ?? null;
  const headers = Object.values(form.columns).flatMap((each) => each.headers);
  const nearest = id === null ? nearestText(header, headers) : null;
  return { letters: columnLetters(column), header, id, nearest };
}

/** Notes and numbering are left out, what speaks of a person is masked, unknown columns are never shown. */
function shownCells(sheet: Sheet, match: Match, row: number): [string, string][] {
  const { form, columns } = match;
  return [...columns].flatMap(([id, column]): [string, string][] => {
    const declared = form.columns[id];
    const cell = sheet.rows[row]?.[column];
    if (!declared || !cell || ["note", "ordinal"].includes(declared.type)) return [];
    return [[id, maskedText(match, declared, cell.text).replace(/\s+/g, " ").slice(0, 40)]];
  });
}
