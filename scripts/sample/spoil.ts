import type { Draft } from "./draft.ts";
import { BAD_CELLS, isTcvn3, TEXT_NUMBERS, WRONG_TOTALS } from "./mess.ts";
import { type Cell, place, type Row, type RowStyle, type Sheet } from "./sheet.ts";
import { toTcvn3 } from "./tcvn3.ts";

/** Does to a file what is declared for it. Throws when a declared cell is not in a row of its kind. */
export function spoil(draft: Draft): Draft {
  for (const wrong of WRONG_TOTALS.filter(({ file }) => file === draft.name)) {
    replace(draft, wrong, ["total"], (cell) => Number(cell) + wrong.error);
  }
  const texts = TEXT_NUMBERS.find(({ file }) => file === draft.name)?.sheets ?? [];
  for (const sheet of draft.sheets.filter(({ name }) => texts.includes(name))) toTexts(sheet);
  for (const badCell of BAD_CELLS.filter(({ file }) => file === draft.name)) {
    replace(draft, badCell, ["body", "entry"], () => badCell.found);
  }
  return isTcvn3(draft.name) ? inTcvn3(draft) : draft;
}

function replace(
  draft: Draft,
  at: { sheet: string; cell: string },
  styles: readonly RowStyle[],
  change: (cell: Cell) => Cell,
): void {
  const { row, column } = place(at.cell);
  const found = draft.sheets.find(({ name }) => name === at.sheet)?.rows[row];
  const cell = found?.cells[column];
  if (!found || !styles.includes(found.style) || cell === undefined || cell === null) {
    throw new Error(
      `no ${styles.join(" or ")} cell to spoil: ${draft.name} ${at.sheet}!${at.cell}`,
    );
  }
  found.cells[column] = change(cell);
}

function toTexts(sheet: Sheet): void {
  for (const row of sheet.rows.filter(isFigures)) {
    row.cells = row.cells.map((cell, column) => (column >= 2 ? asText(cell) : cell));
  }
}

function isFigures({ style }: Row): boolean {
  return style === "body" || style === "total";
}

/** `1.707` and `84,78`. */
function asText(cell: Cell): Cell {
  if (typeof cell !== "number") return cell;
  const [whole = "", decimals] = String(cell).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

function inTcvn3({ name, sheets }: Draft): Draft {
  const encode = (cell: Cell) => (typeof cell === "string" ? toTcvn3(cell) : cell);
  return {
    name,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map(({ style, cells }) => ({ style, cells: cells.map(encode) })),
    })),
  };
}
