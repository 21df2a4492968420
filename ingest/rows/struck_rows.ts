import { keyCells, keyTexts, type SheetContext } from "./sheet_context.ts";

/** Of what a row that is struck through asks, before its own name. */
export const STRUCK = "dòng bị gạch ngang";

/** A function that says whether a row is struck through: a cell of its keys, figures or facts is, or all are. */
export function struckReader(context: SheetContext): (index: number) => boolean {
  const { match, sheet } = context;
  const { form, columns } = match;
  if (!sheet.rows.some((row) => row.some((cell) => cell?.is_struck))) return () => false;
  const cells = keyCells(context);
  const ids = [...columns.keys()].filter(
    (id) => !BESIDE.includes(id) && form.columns[id]?.type !== "ordinal",
  );
  return (index) => {
    const filled = (sheet.rows[index] ?? []).flatMap((cell) => cell ?? []);
    const isWhole = filled.length > 0 && filled.every(({ is_struck }) => is_struck);
    return isWhole || ids.some((id) => cells(index, id)?.is_struck);
  };
}

/** Columns of which a struck cell takes back a remark and no row, by the ids that forms give them. */
const BESIDE: readonly string[] = ["note", "status", "reason"];

/** A function that gives what a struck row of figures asks about: that it is struck, and its name. */
export function struckRemarks(context: SheetContext): (index: number) => string | null {
  const isStruck = struckReader(context);
  const texts = keyTexts(context);
  const { category, area, period } = context.match.form.keys;
  const ids = [category?.column, area?.column, period?.column];
  return (index) => {
    if (!isStruck(index)) return null;
    const name = ids.map((id) => texts(index, id)).filter((text) => text !== "");
    return name.length > 0 ? `${STRUCK}: ${name.join(" · ")}` : STRUCK;
  };
}
