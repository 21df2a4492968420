import type { Form } from "../form.ts";
import type { LandedRow } from "../land/landed.ts";
import { maskedQuestion } from "../people/masked_question.ts";
import type { Problem } from "../problems/problem.ts";
import { questionId } from "../problems/question_id.ts";
import { questionSentence } from "../problems/question_words.ts";
import type { Sheet } from "../read/grid.ts";
import type { Catalogue } from "../recognise/form_catalogue.ts";
import { askedPlace } from "./asked_place.ts";

/**
 * What a file's problems ask of a person, in the order of the problems. A question that comes up in many
 * cells is asked once, at the first of them; nothing of a person is in it. The file's sheets say where its
 * words stand, where the problem is one of the whole sheet.
 */
export function questionRows(
  problems: readonly Problem[],
  file_hash: string,
  { editions, areas }: Catalogue,
  sheets: readonly Sheet[],
): LandedRow<"questions">[] {
  const forms = new Map(editions.map(({ form }): [string, Form] => [form.id, form]));
  const rows = new Map<string, LandedRow<"questions">>();
  for (const { question: asked, ...place } of problems) {
    const form = forms.get(asked?.form ?? "");
    const known = asked && maskedQuestion(asked, form, areas);
    if (!known) continue;
    const { sheet } = place;
    const question_id = questionId(known, file_hash, sheet);
    if (rows.has(question_id)) continue;
    const { cell, samples } = askedPlace(place, asked, sheets);
    const question = maskedQuestion({ ...asked, samples }, form, areas) ?? known;
    const sentence = questionSentence(question, form);
    rows.set(question_id, {
      file_hash,
      question_id,
      kind: question.kind,
      form: question.form,
      column_id: question.column,
      sheet,
      cell,
      text: question.text,
      samples: question.samples.join(" · "),
      candidates: JSON.stringify(question.candidates),
      question_vi: sentence.vi,
      question_en: sentence.en,
    });
  }
  return [...rows.values()];
}
