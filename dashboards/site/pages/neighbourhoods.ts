import { withGaps } from "../../reading/charts/gaps.ts";
import { boundsOf, scaleOf } from "../../reading/charts/scale.ts";
import { areaLine } from "../../reading/charts/sparkline.ts";
import type { AreaSeries } from "../../reading/facts/area_series.ts";
import { difference } from "../../reading/facts/indicator_words.ts";
import { points } from "../../reading/facts/point.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { once } from "../../reading/markup/once.ts";
import { formatNumber, formatPeriod } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { areaName, worstFirst } from "./area_order.ts";
import { chartCard } from "./chart_card.ts";
import type { IndicatorChart } from "./charts.ts";
import { areaAnchor } from "./links.ts";

/** How many neighbourhoods stand open; the rest unfolds. */
const firstShown = 28;

/** A small line for each neighbourhood, all on one scale, those that need attention first. */
export function neighbourhoodSection(
  view: IndicatorView,
  chart: IndicatorChart | undefined,
  text: Texts,
): Html | null {
  const { neighbourhoods, withheldNeighbourhoods } = view;
  if (view.has_police_figures) return html`<p class="note">${text.policeWithheld}</p>`;
  if (neighbourhoods.length === 0) return hiddenAreas(view, text);
  const { direction } = view.indicator;
  const { scale, lines } = smallMultiples(view);
  const sorted = worstFirst(view);
  const written = (value: number) => formatNumber(value, scale.decimals, text.language);
  const tile = (series: AreaSeries) => areaTile(series, lines.get(series), view, text);
  const rest = sorted.slice(firstShown);
  return html`<section class="areas">
<h2>${text.neighbourhoods}</h2>
<p class="subtitle">${text.neighbourhoodScale(String(sorted.length), written(scale.low), written(scale.high))}, ${text.neighbourhoodOrder[direction as "up" | "down" | "keep"]}.</p>
${chart && chartCard(view, chart, text)}
<ul class="tiles card">${sorted.slice(0, firstShown).map(tile)}</ul>
${rest.length > 0 && html`<details class="rest"><summary>${text.neighbourhoodRest(String(rest.length))}</summary><ul class="tiles card">${rest.map(tile)}</ul></details>`}
${areasTable(sorted, view, text)}
${hiddenAreas(view, text)}
${withheldNeighbourhoods > 0 && html`<p class="note">${text.withheld(String(withheldNeighbourhoods))}</p>`}
</section>`;
}

/** The line of each neighbourhood and the scale they share, the same in both languages. */
const smallMultiples = once((view: IndicatorView) => {
  const { neighbourhoods, indicator, progress } = view;
  const values = neighbourhoods.flatMap(({ observations }) => observations.map((row) => row.value));
  const isShare = indicator.unit === "percent" || indicator.unit === "points";
  const scale = scaleOf(values, !isShare, boundsOf(indicator));
  const target = progress?.target_value ?? null;
  const inside = target !== null && target >= scale.low && target <= scale.high ? target : null;
  const lines = neighbourhoods.map((series) => {
    const line = withGaps(points(series.observations), series.hidden);
    return [series, areaLine(line, [scale.low, scale.high], inside)] as const;
  });
  return { scale, lines: new Map(lines) };
});

/** The neighbourhoods whose latest figure this edition hides, by name. */
function hiddenAreas({ hiddenNeighbourhoods }: IndicatorView, text: Texts): Html | null {
  if (hiddenNeighbourhoods.length === 0) return null;
  const { edition } = text;
  return html`<p class="note">${edition.hiddenAreas(String(hiddenNeighbourhoods.length))}:</p>
<ul class="tiles card">${hiddenNeighbourhoods.map(({ area }) => html`<li id="${areaAnchor(area.area_id)}"><span class="area">${areaName(area, text)}</span> <b>${edition.hidden}</b></li>`)}</ul>`;
}

function areaTile(
  { area, observations }: AreaSeries,
  line: Html | undefined,
  view: IndicatorView,
  text: Texts,
): Html {
  const [first, last] = [observations[0], observations.at(-1)];
  const value = last ? formatNumber(last.value, view.indicator.decimals, text.language) : text.none;
  const from = first
    ? text.neighbourhoodValue(
        areaName(area, text),
        value,
        formatPeriod(first.frequency, first.period_end, text.language),
        formatNumber(first.value, view.indicator.decimals, text.language),
      )
    : areaName(area, text);
  return html`<li id="${areaAnchor(area.area_id)}"><span class="area"><a href="${`#${areaAnchor(area.area_id)}`}">${areaName(area, text)}</a></span> <b>${value}</b><span class="quiet">. ${from}</span>${line}</li>`;
}

/** The numbers behind dots and lines. */
function areasTable(areas: readonly AreaSeries[], view: IndicatorView, text: Texts): Html {
  const { dots } = text.pages;
  const { decimals } = view.indicator;
  return html`<details class="rest"><summary>${dots.table}</summary>
<div class="scroll card" tabindex="0" role="region" aria-label="${dots.table}"><table>
<thead><tr><th scope="col">${dots.area}</th><th scope="col" class="number">${dots.latest}</th><th scope="col" class="number">${dots.first}</th><th scope="col" class="number">${dots.change}</th></tr></thead>
<tbody>${areas.map(({ area, observations }) => {
    const [first, last] = [observations[0], observations.at(-1)];
    if (!first || !last) return null;
    const change = last.value - first.value;
    const sign = change > 0 ? "+" : change < 0 ? "−" : "";
    const written = (value: number) => formatNumber(value, decimals, text.language);
    return html`<tr><th scope="row">${areaName(area, text)}</th><td class="number">${written(last.value)}</td><td class="number">${written(first.value)}</td><td class="number">${sign}${difference(change, view.indicator, text)}</td></tr>`;
  })}</tbody></table></div></details>`;
}
