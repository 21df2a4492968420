import type { MartRow } from "../../reading/contract/marts.ts";
import { quantity, targetLevel } from "../../reading/facts/indicator_words.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { html } from "../../reading/markup/html.ts";
import { formatChance, formatDate, lowerFirst } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import type { Fact } from "./panel_pace.ts";

type DatedTarget = MartRow<"datedTargets">;

/** The dated targets beside the one that the page speaks of: what became of nearer ones, the chance of later ones. */
export function otherTargets(view: IndicatorView, text: Texts): Fact[] {
  return view.datedTargets
    .filter(({ is_judged }) => !is_judged)
    .map((row) => told(row, view, text));
}

function told(row: DatedTarget, view: IndicatorView, text: Texts): Fact {
  const level = targetLevel(row, view.indicator, text);
  return [
    text.otherTarget(formatDate(row.target_due, text.language)),
    html`${level} <small>${standing(row, view, text)}</small>`,
  ];
}

function standing(row: DatedTarget, { indicator }: IndicatorView, text: Texts): string {
  const { value_at_due: value, probability_met: chance } = row;
  if (value !== null) {
    const verdict = row.is_met_at_due ? text.metThen.yes : text.metThen.no;
    return text.verdictOf(verdict, quantity(value, indicator, text));
  }
  if (chance === null) return lowerFirst(text.status.not_assessable);
  return text.chanceOf(formatChance(chance, text.language));
}
