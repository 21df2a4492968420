import { type Cell, cellAddress, type Sheet } from "./grid.ts";
import { decodeTexts, type FontEncoding } from "./legacy.ts";

/**
 * Decodes every text of a file in one judgement (`fonts`: by sheet, A1 address → legacy font), then drops
 * blanks and cuts empty ends. Only here are texts normalised and trimmed: earlier would destroy TCVN3.
 */
export function decodeSheets(
  sheets: readonly Sheet[],
  fonts: readonly ReadonlyMap<string, FontEncoding>[],
): { sheets: Sheet[]; encoding: string | null } {
  const cells = sheets.flatMap(({ rows }, index) =>
    rows.flatMap((row, top) =>
      row.flatMap((cell, left) =>
        cell?.type === "text"
          ? [{ cell, text: cell.text, font: fonts[index]?.get(cellAddress(top, left)) ?? null }]
          : [],
      ),
    ),
  );
  const names = decodeTexts(sheets.map(({ name }) => ({ text: name, font: null }))).texts;
  const { texts, encoding } = decodeTexts(cells);
  const decoded = new Map(cells.map(({ cell }, index) => [cell, texts[index] ?? ""]));
  return {
    encoding,
    sheets: sheets.map((sheet, index) => ({
      ...sheet,
      name: names[index] ?? sheet.name,
      rows: withoutEmptyEnd(
        sheet.rows.map((row) =>
          withoutEmptyEnd(
            row.map((cell) => finish(cell, decoded)),
            isNull,
          ),
        ),
        (row) => row.length === 0,
      ),
    })),
  };
}

function finish(cell: Cell | null, decoded: ReadonlyMap<Cell, string>): Cell | null {
  if (cell === null) return null;
  const text = (decoded.get(cell) ?? cell.text).normalize("NFC").trim();
  return text === "" && cell.type === "text" ? null : { ...cell, text };
}

function withoutEmptyEnd<T>(items: T[], isEmpty: (item: T) => boolean): T[] {
  return items.slice(0, items.findLastIndex((item) => !isEmpty(item)) + 1);
}

function isNull(cell: Cell | null): boolean {
  return cell === null;
}
