import type { MartRow } from "../../reading/contract/marts.ts";
import { quantity, unitName } from "../../reading/facts/indicator_words.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatAbout, formatDate, formatNumber, formatPeriod } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";

/** Days on which a target is met are named up to here; later ones are too far to plan for. */
const horizon = "2040-12-31";

/**
 * What pace is needed: a slider over a table of paces, which stands alone without the script, and
 * how the need grows with every year of waiting.
 */
export function whatIfCard(view: IndicatorView, text: Texts): Html | null {
  const { paces, needed } = view;
  const due = paces[0]?.target_due;
  if (!due) return null;
  const { whatIf } = text.pages;
  const written = formatDate(due, text.language);
  const start = firstThatMeets(paces);
  return html`<section class="card what-if-box" data-what-if><h2>${whatIf.title}</h2>
<div class="slider" hidden><input type="range" min="0" max="${paces.length - 1}" value="${start}" aria-label="${whatIf.slider}"><output></output></div>
<details><summary>${whatIf.table}</summary>
<table><thead><tr><th scope="col">${whatIf.pace}</th><th scope="col" class="number">${whatIf.valueAt(written)}</th><th scope="col">${whatIf.reaches}</th></tr></thead>
<tbody>${paces.map((pace) => row(pace, view, written, text))}</tbody></table></details>
${needed.length > 1 && neededTable(view, text)}
<p class="note">${whatIf.note}</p></section>`;
}

function row(pace: MartRow<"pace">, view: IndicatorView, due: string, text: Texts): Html {
  const { whatIf } = text.pages;
  const words = paceWords(pace, view, text);
  const value = quantity(pace.value_at_due, view.indicator, text);
  const { arrival_date } = pace;
  const arrival =
    arrival_date && arrival_date <= horizon
      ? whatIf.met(text.around(formatPeriod("quarter", arrival_date, text.language)))
      : whatIf.notMet;
  const said = whatIf.said(words, value, due, arrival);
  return html`<tr class="${pace.is_met_at_due ? "met" : "missed"}" data-said="${said}"><th scope="row">${words}</th><td class="number">${value}</td><td>${arrival}</td></tr>`;
}

function neededTable(view: IndicatorView, text: Texts): Html {
  const { whatIf } = text.pages;
  return html`<details><summary>${whatIf.waiting}</summary>
<table class="waiting"><thead><tr><th scope="col">${whatIf.from}</th><th scope="col">${whatIf.needed}</th></tr></thead>
<tbody>${view.needed.map((pace) => html`<tr><th scope="row">${formatDate(pace.start_date, text.language)}</th><td>${paceWords(pace, view, text)}</td></tr>`)}</tbody></table></details>`;
}

/** The slider starts at what is needed: the panel tells the pace that there is. */
function firstThatMeets(paces: readonly MartRow<"pace">[]): number {
  const found = paces.findIndex(({ is_met_at_due }) => is_met_at_due);
  return found < 0 ? paces.length - 1 : found;
}

function paceWords(pace: MartRow<"pace">, view: IndicatorView, text: Texts): string {
  const { whatIf } = text.pages;
  if (pace.pace_per_year === 0) return whatIf.still;
  const size = sizeOf(pace, view, text);
  return pace.pace_per_year > 0 ? whatIf.more(size) : whatIf.less(size);
}

/** In what is counted where the registry names it, else in the unit of the indicator. */
function sizeOf(pace: MartRow<"pace">, { indicator }: IndicatorView, text: Texts): string {
  const counted = text.language === "vi" ? indicator.counted_vi : indicator.counted_en;
  const size = Math.abs(pace.counted_per_year);
  if (pace.is_counted) return `${formatAbout(size, text.language)} ${counted}`;
  const number = formatNumber(size, Number.isInteger(size) ? 0 : 1, text.language);
  return indicator.unit === "percent"
    ? text.points(number)
    : `${number} ${unitName(indicator, text)}`;
}
