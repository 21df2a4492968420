import type { Cell } from "../../../ingest/parse/cell.ts";
import type { Sheet } from "../../../ingest/read/grid.ts";
import type { DraftColumn } from "./draft_column.ts";
import type { FoundTable } from "./find_table.ts";

/** Rows of a list that its fixture keeps. */
const ROWS_KEPT = 8;

/**
 * A list of people without the people: its lines above, its header and its first rows, in which every
 * personal cell is replaced by an invented one of the same kind. Nothing stands below.
 */
export function withoutPeople(table: FoundTable, columns: readonly DraftColumn[]): Sheet {
  const { sheet, header, rows } = table;
  const kept = rows.slice(0, ROWS_KEPT);
  const last = kept.at(-1) ?? header.bottom;
  const drafted = new Map(columns.map((column) => [column.header.column, column]));
  const invented = sheet.rows.slice(0, last + 1).map((row, index) => {
    if (index <= header.bottom) return row;
    const position = kept.indexOf(index);
    if (position < 0) return [];
    return Array.from(row, (cell, column) =>
      invent(cell ?? null, drafted.get(column), position + 1),
    );
  });
  const merges = sheet.merges.filter(({ bottom }) => bottom <= header.bottom);
  return { ...sheet, rows: invented, merges };
}

function invent(cell: Cell | null, column: DraftColumn | undefined, number: number): Cell | null {
  if (cell === null || column === undefined) return null;
  if (column.type === "note" && !column.is_personal) return null;
  if (!column.is_personal) return column.type === "text" ? asText(`Mẫu ${number}`) : cell;
  return asText(kinds[column.type]?.(number, cell.text) ?? `Người Mẫu ${number}`);
}

/** Invented contents by the type of a personal column: one birth date, one sex, numbers that agree. */
const kinds: Partial<Record<DraftColumn["type"], (number: number, found: string) => string>> = {
  date: () => "01/01/1990",
  sex: () => "Nam",
  number: (number) => String(number),
  identifier: (number, found) => {
    const digits = found.replace(/[\s.]/g, "");
    const suffix = String(number).padStart(6, "0");
    if (/^[A-Z]{2}/i.test(digits)) return `GD4313190${suffix}`;
    if (digits.length >= 11) return `031090${suffix}`;
    return digits.length === 10 ? `3190${suffix}` : `031${suffix}`;
  },
};

function asText(text: string): Cell {
  return { type: "text", text };
}
