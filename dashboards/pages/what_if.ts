import { countedFactor, difference, quantity, unitOf } from "../facts.ts";
import { formatAbout, formatDate } from "../format.ts";
import { type Html, html } from "../html.ts";
import { type Pace, pacesOf, presentPace } from "../pace.ts";
import type { Texts } from "../text/vi.ts";
import type { IndicatorView } from "../view.ts";

/** What pace is needed: a slider over a table of paces; without the script the table stands alone. */
export function whatIfCard(view: IndicatorView, text: Texts): Html | null {
  const paces = pacesOf(view);
  const due = view.progress?.target_due;
  if (paces.length === 0 || !due) return null;
  const { whatIf } = text.pages;
  const written = formatDate(due, text.language);
  const start = presentPace(paces, view.progress?.actual_per_year ?? null);
  return html`<section class="card what-if-box" data-what-if><h2>${whatIf.title}</h2>
<div class="slider" hidden><input type="range" min="0" max="${paces.length - 1}" value="${start}" aria-label="${whatIf.slider}"><output></output></div>
<details><summary>${whatIf.table}</summary>
<table><thead><tr><th scope="col">${whatIf.pace}</th><th scope="col" class="number">${whatIf.valueAt(written)}</th><th scope="col">${whatIf.reaches}</th></tr></thead>
<tbody>${paces.map((pace) => row(pace, view, written, text))}</tbody></table></details>
<p class="note">${whatIf.note}</p></section>`;
}

function row(pace: Pace, view: IndicatorView, due: string, text: Texts): Html {
  const { whatIf } = text.pages;
  const words = paceWords(pace, view, text);
  const value = quantity(pace.valueAtDue, view.indicator, text);
  const arrival = pace.arrival
    ? whatIf.met(formatDate(pace.arrival, text.language))
    : whatIf.notMet;
  const said = whatIf.said(words, value, due, arrival);
  return html`<tr class="${pace.isMet ? "met" : "missed"}" data-said="${said}"><th scope="row">${words}</th><td class="number">${value}</td><td>${arrival}</td></tr>`;
}

function paceWords({ perYear, counted }: Pace, view: IndicatorView, text: Texts): string {
  const { whatIf } = text.pages;
  if (perYear === 0) return whatIf.still;
  const { indicator } = view;
  const size =
    counted !== null && countedFactor(view) !== null
      ? `${formatAbout(Math.abs(counted), text.language)} ${text.language === "vi" ? indicator.counted_vi : indicator.counted_en}`
      : indicator.unit === "percent"
        ? difference(perYear, indicator, text)
        : `${formatAbout(Math.abs(perYear), text.language)} ${unitOf(indicator, text)}`;
  return perYear > 0 ? whatIf.more(size) : whatIf.less(size);
}
