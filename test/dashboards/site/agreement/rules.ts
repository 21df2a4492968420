import { differ, type Rule, texts } from "./reading.ts";
import { futureRules } from "./rules_of_future.ts";
import { targetRules } from "./rules_of_targets.ts";
import { valueRules } from "./rules_of_values.ts";
import { numberIn, type Told } from "./told.ts";
import type { Truth } from "./truth.ts";

/**
 * What every page of an indicator keeps to: it tells one value and one future, those of its row of
 * `fct_progress`, wherever it tells them. Numbers are read as a reader reads them, so that the pages'
 * own formatting proves nothing to itself.
 */
export const rules: Record<string, Rule> = { ...valueRules, ...futureRules, ...targetRules };

/** What is wrong with a page, each with its rule. */
export function contradictions(told: Told, truth: Truth): string[] {
  return Object.entries(rules).flatMap(([name, rule]) =>
    rule(told, truth).map((problem) => {
      const place = `${truth.indicator_id} ${told.language} ${told.edition}`;
      return `${place} · ${name} · ${problem}`;
    }),
  );
}

/** The numbers of the titles in both languages, which differ in words alone. */
export function unlike(own: Told, other: Told): string[] {
  const numbers = (told: Told) =>
    [
      told.big,
      ...[...told.facts].flatMap(([name, words]) => (name === texts(told).arrival ? [] : words)),
    ]
      .map((words) => numberIn(words, told.language))
      .join(" ");
  return differ(`${own.title} / ${other.title}`, numbers(own), numbers(other));
}
