import type { OpenTable } from "../../../ingest/file/read_parts.ts";
import { nearestText } from "../../../ingest/parse/nearest.ts";
import { maskedText } from "../../../ingest/people/masked_text.ts";
import { addressIn } from "../../../ingest/read/cell_place.ts";
import type { Sheet } from "../../../ingest/read/grid.ts";
import type { HeaderCell } from "../../../ingest/recognise/header.ts";
import type { Match } from "../../../ingest/recognise/match.ts";
import type { TitleFacts } from "../../../ingest/recognise/title.ts";
import type { Reading } from "../../../ingest/tables/reading.ts";
import { columnLetters } from "../../../lib/office/address.ts";

/** A column of a table: what it is headed and what it would be read as. */
export interface SeenColumn {
  /** Its letters; of a table made of a sheet the cell of its header or label. */
  at: string;
  header: string;
  /** The form's column, or null for a header that the form does not know. */
  id: string | null;
  /** Of an unknown header: the form's header that is nearest to it. */
  nearest: string | null;
}

/** How a recognised table would be read. */
export interface ReadColumns {
  layout: Reading["layout"];
  form: string;
  edition: string | null;
  /** The first and the last cell of its header in the file. */
  header: [first: string, last: string];
  columns: SeenColumn[];
  /** Headers of the form that the table does not have and need not have. */
  absent: string[];
  title: TitleFacts;
  /** Whether it is read only after somebody has answered. */
  is_waiting: boolean;
  /** The first rows of figures: where they stand and cells by column id, those that speak of a person masked. */
  rows: { at: string; cells: [id: string, text: string][] }[];
}

const ROWS_SHOWN = 5;

/** What the chosen reading makes of a table, column by column. */
export function readColumns({ part, context, waiting }: OpenTable): ReadColumns {
  const { sheet, match, table, title } = context;
  const { layout } = part.reading;
  const { form, edition, header, columns } = match;
  const places = header.cells.map((cell) => headerPlace(sheet, match, cell)).sort(byPlace);
  return {
    layout,
    form: form.id,
    edition,
    header: [places[0] ?? "–", places.at(-1) ?? "–"],
    columns: header.cells.map((cell) => seenColumn(sheet, match, cell, layout)),
    absent: Object.entries(form.columns).flatMap(([id, { headers }]) =>
      columns.has(id) ? [] : (headers[0] ?? id),
    ),
    title,
    is_waiting: waiting !== null && "problem" in waiting,
    rows: table.rows
      .slice(0, ROWS_SHOWN)
      .map(({ index }) => ({ at: rowPlace(sheet, index), cells: shownCells(sheet, match, index) })),
  };
}

function headerPlace(sheet: Sheet, { header }: Match, { column }: HeaderCell): string {
  return addressIn(sheet, header.bottom, column);
}

function byPlace(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

/** A row by its number; one that was made of a column by the cell that names it. */
function rowPlace(sheet: Sheet, row: number): string {
  if (!sheet.place) return String(row + 1);
  const first = sheet.rows[row]?.findIndex((cell) => cell !== null) ?? 0;
  return addressIn(sheet, row, Math.max(0, first));
}

function seenColumn(
  sheet: Sheet,
  match: Match,
  cell: HeaderCell,
  layout: Reading["layout"],
): SeenColumn {
  const { form, columns } = match;
  const { column, texts } = cell;
  const header = texts.join(" | ");
  const at = layout === "plain" ? columnLetters(column) : headerPlace(sheet, match, cell);
  const id = [...columns].find(([, taken]) => taken === column)?.[0] ?? null;
  const headers = Object.values(form.columns).flatMap((each) => each.headers);
  const nearest = id === null ? nearestText(header, headers) : null;
  return { at, header, id, nearest };
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
