import type { Form } from "../form.ts";
import { wordKey } from "../parse/key.ts";
import { parseNumber } from "../parse/number.ts";
import { parsePeriod } from "../parse/period.ts";
import { type Candidate, choiceLabels, choicesOf, type Question } from "../problems/question.ts";
import type { Catalogue } from "../recognise/form_catalogue.ts";

/**
 * The id that an answer names: one of the choices, or what its kind knows besides: a period, a figure, an
 * area, a form, a column of the form. Null for anything else.
 */
export function answeredValue(
  text: string,
  question: Question,
  catalogue: Catalogue,
): string | null {
  const choices = choicesOf(question);
  const labels = choiceLabels(choices);
  const exact = choices.find((_, index) => isSame(labels[index] ?? "", text));
  return exact?.id ?? named(choices, text) ?? freeAnswer(text, question, catalogue);
}

/** What may be answered, for messages. */
export function expectedAnswers(question: Question): string {
  const labels = choiceLabels(choicesOf(question));
  return labels.length > SHOWN ? `${labels.slice(0, SHOWN).join("; ")} …` : labels.join("; ");
}

const SHOWN = 6;

function freeAnswer(
  text: string,
  { kind, form }: Question,
  { editions, areas }: Catalogue,
): string | null {
  switch (kind) {
    case "period":
      return isWholePeriod(text) ? text : null;
    case "value":
      return figureIn(text);
    case "area":
      return areas.read(text, null, { is_neighbourhood_column: true });
    case "form":
      return named(
        editions.map((each) => nameOfForm(each.form)),
        text,
      );
    case "column":
      return named(columnNames(editions.find((each) => each.form.id === form)?.form), text);
    default:
      return null;
  }
}

function isWholePeriod(text: string): boolean {
  const period = parsePeriod(text);
  return period.ok && period.value.year !== undefined;
}

/** A figure of one meaning: 1.234 may be either, so it must be written 1234 or 1,2340. */
function figureIn(text: string): string | null {
  const read = parseNumber(text);
  if (!read.ok || read.value.kind !== "number") return null;
  const { value, is_approximate, is_ambiguous } = read.value;
  return is_approximate || is_ambiguous ? null : String(value);
}

function nameOfForm({ id, title_vi, title_en }: Form): Candidate {
  return { id, vi: title_vi, en: title_en };
}

function columnNames(form: Form | undefined): Candidate[] {
  return Object.entries(form?.columns ?? {}).map(([id, { headers }]) => {
    return { id, vi: headers[0] ?? id, en: id };
  });
}

/** The one candidate that a text names. */
function named(candidates: readonly Candidate[], text: string): string | null {
  const found = candidates.filter(({ id, vi, en }) =>
    [id, vi, en].some((each) => isSame(each, text)),
  );
  const ids = new Set(found.map(({ id }) => id));
  return ids.size === 1 ? (found[0]?.id ?? null) : null;
}

function isSame(a: string, b: string): boolean {
  return wordKey(a) === "" ? a.trim() === b.trim() : wordKey(a) === wordKey(b);
}
