import { ANOTHER_WARD, NOT_NEEDED } from "../problems/question.ts";
import type { TableRow } from "../recognise/locate.ts";
import { answerTo } from "./doubt.ts";
import { keyTexts, type SheetContext } from "./sheet_context.ts";

/** Answers by which a row is read past. */
const READ_PAST: readonly string[] = [NOT_NEEDED.id, ANOTHER_WARD.id];

/** A function that says whether people have answered of a row's category that it is not needed. */
export function notNeeded(context: SheetContext): (row: TableRow) => boolean {
  const column = context.match.form.keys.category?.column;
  const texts = keyTexts(context);
  return ({ index }) => {
    const text = column === undefined ? "" : texts(index, column);
    if (column === undefined || text === "") return false;
    return READ_PAST.includes(answerTo(context, "category", column, text) ?? "");
  };
}
