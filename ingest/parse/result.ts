/** Why a text was not believed: a rule's name and what was expected. What was found, the caller holds. */
export interface Failure {
  ok: false;
  rule: string;
  expected_vi: string;
  expected_en: string;
}

/** A parser's answer: a value, or why there is none. */
export type Result<T> = { ok: true; value: T } | Failure;

/** A believed value. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failure under a rule, with what was expected in both languages. */
export function failure(rule: string, expected_vi: string, expected_en: string): Failure {
  return { ok: false, rule, expected_vi, expected_en };
}
