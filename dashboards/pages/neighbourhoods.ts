import { points } from "../charts/draw.ts";
import { boundsOf, scaleOf } from "../charts/scale.ts";
import { areaLine } from "../charts/sparkline.ts";
import { formatNumber, formatPeriod } from "../format.ts";
import { type Html, html } from "../html.ts";
import type { Texts } from "../text/vi.ts";
import type { AreaSeries, IndicatorView } from "../view.ts";

/** How many neighbourhoods stand open; the rest unfolds. */
const firstShown = 28;

/** A small line for each neighbourhood, all on one scale, those that need attention first. */
export function neighbourhoodSection(view: IndicatorView, text: Texts): Html | null {
  const { neighbourhoods, withheldNeighbourhoods } = view;
  if (view.hidesNeighbourhoods) return html`<p class="note">${text.policeWithheld}</p>`;
  if (neighbourhoods.length === 0) return null;
  const { direction, unit } = view.indicator;
  const values = neighbourhoods.flatMap(({ observations }) => observations.map((row) => row.value));
  const scale = scaleOf(values, unit !== "percent" && unit !== "points", boundsOf(view.indicator));
  const sorted = worstFirst(neighbourhoods, direction);
  const written = (value: number) => formatNumber(value, scale.decimals, text.language);
  const tile = (series: AreaSeries) => areaTile(series, view, scale, text);
  const rest = sorted.slice(firstShown);
  return html`<section class="areas">
<h2>${text.neighbourhoods}</h2>
<p class="subtitle">${text.neighbourhoodScale(String(sorted.length), written(scale.low), written(scale.high))}, ${text.neighbourhoodOrder[direction as "up" | "down" | "keep"]}.</p>
<ul class="tiles card">${sorted.slice(0, firstShown).map(tile)}</ul>
${rest.length > 0 && html`<details class="rest"><summary>${text.neighbourhoodRest(String(rest.length))}</summary><ul class="tiles card">${rest.map(tile)}</ul></details>`}
${withheldNeighbourhoods > 0 && html`<p class="note">${text.withheld(String(withheldNeighbourhoods))}</p>`}
</section>`;
}

function areaTile(
  { area, observations }: AreaSeries,
  view: IndicatorView,
  scale: { low: number; high: number },
  text: Texts,
): Html {
  const [first, last] = [observations[0], observations.at(-1)];
  const value = last ? formatNumber(last.value, view.indicator.decimals, text.language) : text.none;
  const target = view.progress?.target_value ?? null;
  const inside = target !== null && target >= scale.low && target <= scale.high ? target : null;
  const from = first
    ? text.neighbourhoodValue(
        areaName(area, text),
        value,
        formatPeriod(first.frequency, first.period_end, text.language),
        formatNumber(first.value, view.indicator.decimals, text.language),
      )
    : areaName(area, text);
  return html`<li><span class="area">${areaName(area, text)}</span> <b>${value}</b><span class="quiet">. ${from}</span>${areaLine(points(observations), [scale.low, scale.high], inside)}</li>`;
}

function worstFirst(areas: AreaSeries[], direction: string): AreaSeries[] {
  const sign = direction === "down" ? -1 : 1;
  const last = ({ observations }: AreaSeries) => observations.at(-1)?.value ?? 0;
  return areas.toSorted((a, b) => sign * (last(a) - last(b)));
}

function areaName({ name, name_en }: AreaSeries["area"], text: Texts): string {
  return text.language === "vi"
    ? name.replace(/^Tổ dân phố (số )?/, "Tổ ")
    : (name_en ?? name).replace(/^Neighbourhood /, "No. ");
}
