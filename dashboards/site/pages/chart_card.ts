import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import type { Texts } from "../../reading/text/vi.ts";
import type { IndicatorChart } from "./charts.ts";

/** A chart below the first one: message, what is measured, drawing, downloads. */
export function chartCard(view: IndicatorView, chart: IndicatorChart, text: Texts): Html {
  return html`<figure class="card chart">
<h3>${chart.title}</h3>
<p class="subtitle">${chart.subtitle}</p>
<div class="wide">${chart.wide}</div>
<div class="narrow">${chart.narrow}</div>
<figcaption>${downloads(view, chart, text)}</figcaption>
</figure>`;
}

/** The numbers and the picture of a chart, each with its source and date inside. */
export function downloads(view: IndicatorView, chart: IndicatorChart, text: Texts): Html {
  const folder = text.language === "vi" ? "../data" : "../../data";
  const numbers = `${folder}/${view.indicator.indicator_id.toLowerCase()}`;
  const picture = `${folder}/${pictureName(view, chart, text)}`;
  const link = (file: string, name: string) =>
    html`<a href="${file}" download aria-label="${name}: ${chart.title}">${name}</a>`;
  return html`<span class="downloads">${text.download}: ${link(`${numbers}.csv`, "CSV")} · ${link(`${numbers}.xlsx`, "Excel")} · ${link(`${numbers}.arrow`, "Arrow")} · ${text.pages.pictures}: ${link(`${picture}.svg`, "SVG")} · ${link(`${picture}.png`, "PNG")}</span>`;
}

/** The name of a chart's picture without its ending: hi_coverage, hi_coverage-areas-en. */
export function pictureName(view: IndicatorView, chart: IndicatorChart, text: Texts): string {
  const id = view.indicator.indicator_id.toLowerCase();
  const part = chart.id === "trend" ? "" : `-${chart.id}`;
  return `${id}${part}${text.language === "vi" ? "" : "-en"}`;
}
