import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import type { Texts } from "../../reading/text/vi.ts";
import type { Figure } from "./figures.ts";

/** A chart below the first one: message, what is measured, drawing, downloads. */
export function figureCard(view: IndicatorView, figure: Figure, text: Texts): Html {
  return html`<figure class="card chart">
<h3>${figure.title}</h3>
<p class="subtitle">${figure.subtitle}</p>
<div class="wide">${figure.wide}</div>
<div class="narrow">${figure.narrow}</div>
<figcaption>${downloads(view, figure, text)}</figcaption>
</figure>`;
}

/** The numbers and the picture of a chart, each with its source and date inside. */
export function downloads(view: IndicatorView, figure: Figure, text: Texts): Html {
  const folder = text.language === "vi" ? "../data" : "../../data";
  const numbers = `${folder}/${view.indicator.indicator_id.toLowerCase()}`;
  const picture = `${folder}/${pictureName(view, figure, text)}`;
  const link = (file: string, name: string) =>
    html`<a href="${file}" download aria-label="${name}: ${figure.title}">${name}</a>`;
  return html`<span class="downloads">${text.download}: ${link(`${numbers}.csv`, "CSV")} · ${link(`${numbers}.xlsx`, "Excel")} · ${link(`${numbers}.arrow`, "Arrow")} · ${text.pages.pictures}: ${link(`${picture}.svg`, "SVG")} · ${link(`${picture}.png`, "PNG")}</span>`;
}

/** The name of a chart's picture without its ending: hi_coverage, hi_coverage-areas-en. */
export function pictureName(view: IndicatorView, figure: Figure, text: Texts): string {
  const id = view.indicator.indicator_id.toLowerCase();
  const part = figure.id === "trend" ? "" : `-${figure.id}`;
  return `${id}${part}${text.language === "vi" ? "" : "-en"}`;
}
