import { difference, quantity } from "../../reading/facts/indicator_words.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatDate, formatNumber, formatPeriod } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { cell } from "./sources.ts";

/** How many of the newest unusual months a page names. */
const signalsShown = 6;

/** Where the series changes its meaning or its area. */
export function breaksCard({ breaks }: IndicatorView, text: Texts): Html | null {
  if (breaks.length === 0) return null;
  const words = text.pages.breaks;
  return html`<section class="card"><h2>${words.title}</h2>
<ul>${breaks.map((row) => html`<li><b>${formatDate(row.break_date, text.language)}</b>: ${text.language === "vi" ? row.reason_vi : row.reason_en} ${row.split_date ? words.split(formatDate(row.split_date, text.language)) : words.joined}</li>`)}</ul></section>`;
}

/** The latest share by every population that it can be measured by. */
export function lensesCard({ lenses, indicator }: IndicatorView, text: Texts): Html | null {
  if (lenses.length < 2) return null;
  const words = text.pages.lenses;
  const officialFirst = lenses.toSorted((a, b) => Number(b.is_official) - Number(a.is_official));
  return html`<section class="card"><h2>${words.title}</h2>
<table class="rows"><thead><tr><th scope="col">${words.population}</th><th scope="col" class="number">${words.people}</th><th scope="col" class="number">${text.table.value}</th><th scope="col" class="number">${words.difference}</th></tr></thead>
<tbody>${officialFirst.map((row) => {
    const name = text.language === "vi" ? row.denominator_vi : row.denominator_en;
    const apart = row.difference ?? 0;
    const sign = apart > 0 ? "+" : "−";
    return html`<tr><th scope="row">${name}${row.is_official && ` (${words.official})`}</th>${number(words.people, formatNumber(row.denominator, 0, text.language))}${number(text.table.value, quantity(row.value, indicator, text))}${number(words.difference, Math.abs(apart) < 1e-9 ? text.none : `${sign}${difference(apart, indicator, text)}`)}</tr>`;
  })}</tbody></table></section>`;
}

/** The newest months that chance alone does not explain. */
export function signalsCard(view: IndicatorView, text: Texts): Html | null {
  const words = text.pages.signals;
  const newest = view.signals.toReversed().slice(0, signalsShown);
  if (newest.length === 0) return null;
  return html`<section class="card"><h2>${words.title}</h2><p class="note">${words.note}</p>
<table class="rows"><thead><tr><th scope="col">${text.table.period}</th><th scope="col" class="number">${text.table.value}</th><th scope="col" class="number">${words.usual}</th><th scope="col">${words.rule}</th><th scope="col">${words.turn}</th></tr></thead>
<tbody>${newest.map((row) => html`<tr><th scope="row">${formatPeriod("month", row.period_end, text.language)}</th>${number(text.table.value, quantity(row.value, view.indicator, text))}${number(words.usual, quantity(row.center, view.indicator, text))}${cell(words.rule, words.rules[row.rule] ?? row.rule)}${cell(words.turn, row.is_improvement === null ? null : row.is_improvement ? words.better : words.worse)}</tr>`)}</tbody></table></section>`;
}

function number(label: string, content: string): Html {
  return html`<td class="number" data-label="${label}"><span>${content}</span></td>`;
}
