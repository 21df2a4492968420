import { editDistance } from "../parse/edit_distance.ts";
import { wordKey } from "../parse/key.ts";
import type { Candidate, Question } from "../problems/question.ts";
import type { RowKey } from "./row_key.ts";
import { cellOf, type SheetContext } from "./sheet_context.ts";

type Category = Pick<RowKey, "category" | "is_subset" | "kind">;

/** The category that people have said a text is, or null. */
export function taughtCategory(
  { match, file, sheet, lessons }: SheetContext,
  column: string,
  text: string,
): Category | null {
  const { form } = match;
  const place = { form: form.id, column, file, sheet: sheet.name };
  const id = lessons.answer({ kind: "category", text, ...place });
  const known = form.keys.category?.known?.[id ?? ""];
  if (id === null || !known) return null;
  return { category: id, is_subset: known.is_subset ?? false, kind: known.kind ?? null };
}

/** Asks which of the form's categories a text is, the nearest first, with figures of its row. */
export function categoryQuestion(
  context: SheetContext,
  index: number,
  column: string,
  text: string,
): Question {
  const { form } = context.match;
  const samples = Object.keys(form.measures).flatMap(
    (id) => cellOf(context, index, id)?.text ?? [],
  );
  const candidates = Object.entries(form.keys.category?.known ?? {}).map(([id, { texts }]) => {
    const distance = Math.min(...texts.map((each) => editDistance(wordKey(each), wordKey(text))));
    return { distance, id, vi: texts[0] ?? id, en: id.replaceAll("_", " ") };
  });
  const nearest = candidates.sort((a, b) => a.distance - b.distance);
  return {
    kind: "category",
    form: form.id,
    column,
    text,
    samples: samples.slice(0, 3),
    candidates: nearest.map(({ id, vi, en }): Candidate => ({ id, vi, en })),
  };
}
