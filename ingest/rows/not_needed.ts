import { ANOTHER_WARD, NOT_NEEDED, type QuestionKind } from "../problems/question.ts";
import type { TableRow } from "../recognise/locate.ts";
import { keyTexts, type SheetContext } from "./sheet_context.ts";

/** Answers by which a row is read past. */
const READ_PAST: readonly string[] = [NOT_NEEDED.id, ANOTHER_WARD.id];

/**
 * A function that says whether people have answered of what a row speaks of, its category or area, that it
 * is not needed or another ward's.
 */
export function notNeeded(context: SheetContext): (row: TableRow) => boolean {
  const { match, file, sheet, lessons } = context;
  const { form } = match;
  const texts = keyTexts(context);
  const kinds: [QuestionKind, string | undefined][] = [
    ["category", form.keys.category?.column],
    ["area", form.keys.area?.column],
  ];
  return ({ index }) =>
    kinds.some(([kind, column]) => {
      const text = texts(index, column);
      if (column === undefined || text === "") return false;
      const place = { form: form.id, column, file, sheet: sheet.name };
      return READ_PAST.includes(lessons.answer({ kind, text, ...place }) ?? "");
    });
}
