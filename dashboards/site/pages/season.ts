import { difference } from "../../reading/facts/indicator_words.ts";
import { seasonOf } from "../../reading/facts/seasonal_pattern.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { chartCard } from "./chart_card.ts";
import type { IndicatorChart } from "./charts.ts";

/** How the months of the year differ, drawn and as a table. */
export function seasonSection(view: IndicatorView, chart: IndicatorChart, text: Texts): Html {
  const { season } = text.pages;
  return html`<section class="months"><h2>${season.title}</h2>
${chartCard(view, chart, text)}
${table(view, text)}</section>`;
}

function table(view: IndicatorView, text: Texts): Html {
  const { season } = text.pages;
  const months = seasonOf(view)?.months ?? [];
  const years = [
    ...new Set(months.flatMap(({ differences }) => differences.map(({ year }) => year))),
  ].toSorted((a, b) => a - b);
  const written = (value: number | undefined) =>
    value === undefined
      ? text.none
      : `${value > 0 ? "+" : value < 0 ? "−" : ""}${difference(value, view.indicator, text)}`;
  return html`<details class="rest"><summary>${season.table}</summary>
<div class="scroll card" tabindex="0" role="region" aria-label="${season.table}"><table>
<thead><tr><th scope="col">${season.month}</th><th scope="col" class="number">${season.mean}</th>${years.map((year) => html`<th scope="col" class="number">${String(year)}</th>`)}</tr></thead>
<tbody>${months.map(({ month, mean, differences }) => html`<tr><th scope="row">${String(month)}</th><td class="number"><b>${written(mean)}</b></td>${years.map((year) => html`<td class="number">${written(differences.find((one) => one.year === year)?.value)}</td>`)}</tr>`)}</tbody></table></div></details>`;
}
