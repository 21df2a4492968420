import { cellAddress } from "../../lib/office/address.ts";
import type { Cell } from "../parse/cell.ts";
import { LONGEST_TEXT, type Sheet } from "./grid.ts";
import { decodeTexts, type FontEncoding } from "./legacy.ts";
import { tooLongText } from "./sheet_faults.ts";

/** Text that neither an encoding nor trimming can change. */
const STEADY = /^[!-~](?:[ -~]*[!-~])?$/;

/** The texts of each font encoding that are not steady, once each, and afterwards what they decode to. */
type Texts = Map<FontEncoding | null, Map<string, string>>;

/**
 * Decodes every text of a file in one judgement (`fonts`: by sheet, A1 address → legacy font), then drops
 * blanks and cuts empty ends. Throws a Refusal for a text that no cell holds. Only here are texts normalised and trimmed: earlier would destroy TCVN3.
 */
export function decodeSheets(
  sheets: readonly Sheet[],
  fonts: readonly ReadonlyMap<string, FontEncoding>[],
  decode: typeof decodeTexts = decodeTexts,
): { sheets: Sheet[]; encoding: string | null } {
  const { texts, hasOthers } = collectTexts(sheets, fonts);
  const encoding = decodeAll(texts, decode);
  const isAsIs = !hasOthers && [...texts.values()].every(isSame);
  const names = decode(sheets.map(({ name }) => ({ text: name, font: null }))).texts;
  return {
    encoding,
    sheets: sheets.map((sheet, index) => ({
      ...sheet,
      name: names[index] ?? sheet.name,
      rows: withoutEmptyEnds(isAsIs ? sheet.rows : decodeRows(sheet, fonts[index], texts)),
    })),
  };
}

function collectTexts(
  sheets: readonly Sheet[],
  fonts: readonly ReadonlyMap<string, FontEncoding>[],
): { texts: Texts; hasOthers: boolean } {
  const texts: Texts = new Map();
  let hasOthers = false;
  for (const [index, { rows }] of sheets.entries())
    forEachUnsteady(rows, fonts[index], ({ type, text }, font) => {
      hasOthers ||= type !== "text";
      if (type !== "text") return;
      if (text.length > LONGEST_TEXT) throw tooLongText();
      const group = texts.get(font) ?? new Map<string, string>();
      texts.set(font, group);
      group.set(text, text);
    });
  return { texts, hasOthers };
}

/** Whether no text decodes to another. */
function isSame(group: ReadonlyMap<string, string>): boolean {
  return [...group].every(([text, decoded]) => text === decoded);
}

/** Replaces each text by what it decodes to; returns the encoding met, if any. */
function decodeAll(texts: Texts, decode: typeof decodeTexts): string | null {
  const all = [...texts].flatMap(([font, group]) =>
    Array.from(group.keys(), (text) => ({ text, font })),
  );
  const decoded = decode(all);
  for (const [index, { text, font }] of all.entries())
    texts.get(font)?.set(text, (decoded.texts[index] ?? text).normalize("NFC").trim());
  return decoded.encoding;
}

function decodeRows(
  { rows }: Sheet,
  fonts: ReadonlyMap<string, FontEncoding> | undefined,
  texts: Texts,
): (Cell | null)[][] {
  const decode = (cell: Cell | null, top: number, left: number): Cell | null => {
    if (cell === null || isSteady(cell.text, fonts)) return cell;
    if (cell.type !== "text") return { ...cell, text: cell.text.normalize("NFC").trim() };
    const font = fontOf(fonts, top, left);
    const text = texts.get(font)?.get(cell.text) ?? cell.text;
    if (text === cell.text) return cell;
    return text === "" ? null : { ...cell, text };
  };
  return rows.map((row, top) => {
    const isSame = row.every((cell, left) => decode(cell, top, left) === cell);
    return isSame ? row : row.map((cell, left) => decode(cell, top, left));
  });
}

function withoutEmptyEnds(rows: Sheet["rows"]): Sheet["rows"] {
  const cut = rows.map((row) => withoutEmptyEnd(row, (cell) => cell === null));
  return withoutEmptyEnd(cut, (row) => row.length === 0);
}

function forEachUnsteady(
  rows: Sheet["rows"],
  fonts: ReadonlyMap<string, FontEncoding> | undefined,
  visit: (cell: Cell, font: FontEncoding | null) => void,
): void {
  rows.forEach((row, top) => {
    row.forEach((cell, left) => {
      if (cell !== null && !isSteady(cell.text, fonts)) visit(cell, fontOf(fonts, top, left));
    });
  });
}

/** Fonts of capitals change even plain letters. */
function isSteady(text: string, fonts: ReadonlyMap<string, FontEncoding> | undefined): boolean {
  return !fonts?.size && text.length <= LONGEST_TEXT && STEADY.test(text);
}

function fontOf(
  fonts: ReadonlyMap<string, FontEncoding> | undefined,
  top: number,
  left: number,
): FontEncoding | null {
  return fonts && fonts.size > 0 ? (fonts.get(cellAddress(top, left)) ?? null) : null;
}

/** Cuts off what is empty at the end; the list itself where nothing is. */
function withoutEmptyEnd<T>(items: T[], isEmpty: (item: T) => boolean): T[] {
  const last = items.findLastIndex((item) => !isEmpty(item));
  return last === items.length - 1 ? items : items.slice(0, last + 1);
}
