import { CORRECT_CELL, type ProblemRule } from "./problem_rule.ts";
import { type RuleId, rules } from "./problem_rules.ts";
import type { Question } from "./question.ts";

/** Where something is wrong: form · file · sheet!cell, as far as known. */
export interface ProblemPlace {
  form: string | null;
  file: string;
  sheet: string | null;
  cell: string | null;
}

/** The place of a whole file. */
export function placeInFile(file: string): ProblemPlace {
  return { form: null, file, sheet: null, cell: null };
}

/** Something wrong or odd, ready to be landed among the rejects and to be shown. */
export interface Problem extends ProblemPlace {
  rule: string;
  severity: "error" | "warning";
  found: string | null;
  expected: string;
  message_vi: string;
  message_en: string;
  /** What a person is asked, where only a person can decide. */
  question?: Question;
}

/** What is put in place of what was found in a column that speaks of a person. */
export const MASK = "•••";

const LONGEST_FOUND = 80;

/** A problem under a rule of ours, its `{words}` filled in. */
export function problem(
  rule: RuleId,
  place: ProblemPlace,
  found: string | null,
  words: Record<string, string> = {},
): Problem {
  const { severity, ...texts } = rules[rule];
  const filled = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, fill(text, words)]),
  ) as Omit<ProblemRule, "severity">;
  return describe(rule, severity, place, found, filled);
}

/** A cell that a parser did not believe, under the parser's own rule. */
export function parserProblem(
  failure: { rule: string; expected_vi: string; expected_en: string },
  place: ProblemPlace,
  found: string | null,
): Problem {
  const { rule, expected_vi, expected_en } = failure;
  return describe(rule, "error", place, found, { expected_vi, expected_en, ...CORRECT_CELL });
}

/** Something worth saying that the reader of the bytes noticed. */
export function noteProblem(
  note: { code: string; message_vi: string; message_en: string; sheet?: string; cell?: string },
  place: ProblemPlace,
): Problem {
  const at = { ...place, sheet: note.sheet ?? null, cell: note.cell ?? null };
  return {
    ...at,
    rule: note.code,
    severity: "warning",
    found: null,
    expected: note.message_vi,
    message_vi: `${placeText(at)}: ${note.message_vi}`,
    message_en: `${placeText(at)}: ${note.message_en}`,
  };
}

function describe(
  rule: string,
  severity: ProblemRule["severity"],
  place: ProblemPlace,
  found: string | null,
  { expected_vi, expected_en, action_vi, action_en }: Omit<ProblemRule, "severity">,
): Problem {
  const shown = found === null ? null : shorten(found);
  const at = placeText(place);
  const quoted = shown === null ? null : JSON.stringify(shown);
  return {
    ...place,
    rule,
    severity,
    found: shown,
    expected: expected_vi,
    message_vi: `${at}: cần ${expected_vi}, nhưng thấy ${quoted ?? "ô trống"}. ${action_vi}`,
    message_en: `${at}: expected ${expected_en}, found ${quoted ?? "nothing"}. ${action_en}`,
  };
}

function placeText({ form, file, sheet, cell }: ProblemPlace): string {
  const within = [sheet, cell].filter((part) => part !== null).join("!");
  return [form, file, within].filter((part) => part !== null && part !== "").join(" · ");
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_FOUND ? `${line.slice(0, LONGEST_FOUND - 1)}…` : line;
}

function fill(text: string, words: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
