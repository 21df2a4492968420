import type { FontMark } from "./font_marks.ts";
import { CELLS, MULRK, recordsFrom, sheetStarts } from "./xls_count.ts";

/** Records of BIFF5 and BIFF8, before the first sheet, of fonts and of cell styles. */
const FONT = 0x0031;
const STYLE = 0x00e0;
const STRUCK = 0x0008;
/** No font has this number: those behind it count one more than their place. */
const NO_FONT = 4;

/** The cells of each sheet of an .xls whose style is struck through ([MS-XLS] 2.4.122, 2.4.353). */
export function struckCellsOfXls(stream: Uint8Array): FontMark[][] {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.length);
  const struck = struckStyles(bytes);
  if (struck.size === 0) return [];
  return sheetStarts(bytes).map(({ at, is_worksheet }) =>
    is_worksheet ? [...struckCells(bytes, at, struck)] : [],
  );
}

function struckStyles(bytes: Buffer): Set<number> {
  const fonts: boolean[] = [];
  const styles: number[] = [];
  for (const { type, at } of recordsFrom(bytes, 0)) {
    if (type === FONT) fonts.push((bytes.readUInt16LE(at + 2) & STRUCK) !== 0);
    if (type === STYLE) styles.push(bytes.readUInt16LE(at));
  }
  const isStruck = (font: number) => fonts[font > NO_FONT ? font - 1 : font] === true;
  return new Set(styles.flatMap((font, index) => (isStruck(font) ? index : [])));
}

function* struckCells(bytes: Buffer, start: number, struck: ReadonlySet<number>) {
  for (const { type, at, size } of recordsFrom(bytes, start)) {
    if (!CELLS.has(type) && type !== MULRK) continue;
    const [row, first] = [bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2)];
    const count = type === MULRK ? (size - 6) / 6 : 1;
    for (let one = 0; one < count; one++) {
      const style = bytes.readUInt16LE(at + 4 + one * 6);
      if (struck.has(style)) yield { row, column: first + one, is_struck: true };
    }
  }
}
