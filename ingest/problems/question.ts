/** What a question can be about. */
export const QUESTION_KINDS = [
  "form",
  "column",
  "period",
  "area",
  "unit",
  "category",
  "choice",
  "value",
] as const;

/** What a question is about. */
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** An answer that can be chosen: its id is what comes back. */
export interface Candidate {
  id: string;
  vi: string;
  en: string;
}

/** Something that only a person can decide. It is asked once; the answer comes back as a lesson. */
export interface Question {
  kind: QuestionKind;
  /** Form id. */
  form: string | null;
  /** The form's column id, where it is about one. */
  column: string | null;
  /** As written: a header, the lines of a title, a code, a value; never anything of a person. */
  text: string;
  /** Up to three values that stand there. */
  samples: readonly string[];
  /** Best first. */
  candidates: readonly Candidate[];
}

/** Answers that are no candidate of any form: what is asked about is read past. */
export const NOT_NEEDED: Candidate = {
  id: "not_needed",
  vi: "không cần",
  en: "not needed",
};
export const ANOTHER_WARD: Candidate = {
  id: "another_ward",
  vi: "của phường, xã khác",
  en: "of another ward",
};

/** Kinds whose answer holds of the file that raised the question, unless a person says otherwise. */
const OF_ONE_FILE: readonly QuestionKind[] = ["period", "form", "unit", "value"];

/** Whether a question is about one file only: of an area that is where no column names it. */
export function isOfOneFile({ kind, column }: Pick<Question, "kind" | "column">): boolean {
  return OF_ONE_FILE.includes(kind) || (kind === "area" && column === null);
}

/** All that can be chosen: the candidates, that it is not needed and, of forms and areas, that it is another ward's. */
export function choicesOf({ kind, candidates }: Question): Candidate[] {
  const others = kind === "area" || kind === "form" ? [NOT_NEEDED, ANOTHER_WARD] : [NOT_NEEDED];
  return [...candidates, ...others.filter(({ id }) => !candidates.some((each) => each.id === id))];
}

/** What choices are called in a list, each name once. */
export function choiceLabels(choices: readonly Candidate[]): string[] {
  return choices.map(({ id, vi }) =>
    choices.filter((other) => other.vi === vi).length > 1 ? `${vi} (${id})` : vi,
  );
}
