import type { Form } from "../form.ts";
import type { AreaReader } from "../parse/area.ts";
import { MASK } from "../problems/problem.ts";
import type { Question } from "../problems/question.ts";
import { maskedText } from "./masked_text.ts";
import { withoutPersonalNumbers } from "./personal_number.ts";

/** Where a text is a cell of a row, and may be what slipped there from another column. */
const OF_A_ROW: readonly Question["kind"][] = ["choice", "category", "value", "area"];

/** A code or words of a sentence: no name is written so, which has a capital at each word. */
const CODE_OR_WORDS = /^(?:[\p{Lu}\d./-]{1,4}|\P{Lu}+|\p{Lu}[^\p{Lu}\s]+(?:\s\P{Lu}+)+)$/u;

/** Whether a text can be no name of a person. */
export function isCodeOrWords(text: string): boolean {
  return CODE_OR_WORDS.test(text.trim());
}

const SAMPLES = 3;

/**
 * A question as it may be shown: without numbers of persons and without samples of columns that speak of
 * one or, in a list of people, that nobody knows; where no form is known, samples are figures only. Null
 * where what is asked about could be a name itself.
 */
export function maskedQuestion(
  question: Question,
  form: Form | undefined,
  areas: AreaReader,
): Question | null {
  if (isOfPerson(question, form, areas)) return null;
  const samples = question.samples
    .slice(0, SAMPLES)
    .map((text) => maskedSample(text, question, form, areas));
  const shown = samples.filter((text) => text !== "" && !text.includes(MASK));
  return { ...question, text: withoutPersonalNumbers(question.text), samples: shown };
}

function isOfPerson(
  { kind, column, text }: Question,
  form: Form | undefined,
  areas: AreaReader,
): boolean {
  if (!OF_A_ROW.includes(kind)) return false;
  const declared = form?.columns[column ?? ""];
  if (declared?.is_personal || declared?.type === "identifier") return true;
  if (kind === "area" && areas.isKnown(text, { is_neighbourhood_column: true })) return false;
  return isOfPeople(form) && !isCodeOrWords(text);
}

function isOfPeople(form: Form | undefined): boolean {
  return Object.values(form?.columns ?? {}).some(({ is_personal }) => is_personal);
}

/** Of a list of people only what is known to be of none of them; where no form is known, figures; no names anywhere. */
function maskedSample(
  text: string,
  { column }: Question,
  form: Form | undefined,
  areas: AreaReader,
): string {
  const declared = form?.columns[column ?? ""];
  if (form && declared) return maskedText({ form, areas }, declared, text);
  if (form && (isOfPeople(form) || !(isCodeOrWords(text) || areas.isKnown(text)))) return MASK;
  if (form) return withoutPersonalNumbers(text);
  return /\p{L}/u.test(text) || DAY.test(text) ? MASK : withoutPersonalNumbers(text);
}

/** A day may be one of birth. */
const DAY = /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/;
