/** What a question is about. */
export type QuestionKind =
  | "form"
  | "column"
  | "period"
  | "area"
  | "unit"
  | "category"
  | "choice"
  | "value";

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
