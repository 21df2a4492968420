import { html } from "../../reading/markup/html.ts";
import { formatNumber } from "../../reading/text/format.ts";
import type { Context, Page } from "./layout.ts";
import { sourcesTable } from "./sources.ts";

/** The data page of the public edition: sources by office and date, and why figures are hidden. */
export function publicDataPage({ site, text }: Context): Page {
  const { data } = text.edition;
  const count = (value: number) => formatNumber(value, 0, text.language);
  const late = site.sources.filter(({ is_late }) => is_late).length;
  const headline = data.headline(count(site.sources.length), count(late));
  const all = site.shownFigures + site.hiddenFigures;
  return {
    path: "data.html",
    title: data.title,
    description: headline,
    is_sample: site.indicators.some(({ is_sample }) => is_sample),
    body: html`<h1>${headline}</h1>
<p class="subtitle">${data.subtitle}</p>
<section class="card">${sourcesTable(site.sources, site, text)}</section>
<section class="card"><h2>${data.why}</h2>
<ul>${data.rules.map((rule) => html`<li>${rule}</li>`)}</ul>
<p>${data.count(count(site.hiddenFigures), count(all))}</p></section>`,
  };
}
