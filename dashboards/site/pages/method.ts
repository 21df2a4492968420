import type { MartRow } from "../../reading/contract/marts.ts";
import { statuses } from "../../reading/contract/statuses.ts";
import { shortTitle } from "../../reading/facts/indicator_words.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { type Context, type Page, standingMark, statusMark } from "./layout.ts";
import { indicatorPath } from "./links.ts";
import { cell } from "./sources.ts";

/** What the statuses, chances and intervals mean, and where published methods say otherwise. */
export function methodPage({ site, text }: Context): Page {
  const { method } = text.pages;
  return {
    path: "method.html",
    title: method.title,
    description: method.lead,
    is_sample: site.indicators.some(({ is_sample }) => is_sample),
    body: html`<h1>${method.title}</h1>
<p class="lede">${method.lead}</p>
<section class="card"><h2>${method.statuses}</h2>
<table class="rows"><thead><tr><th scope="col">${text.columns.status}</th><th scope="col">${method.meaning}</th></tr></thead>
<tbody>${statuses.map((status) => html`<tr><th scope="row">${statusMark(status, text)}</th>${cell(method.meaning, text.reference.statuses[status])}</tr>`)}</tbody></table></section>
<div class="prose card">${text.reference.chapters.map(({ heading, paragraphs }) => html`<section><h2>${heading}</h2>${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</section>`)}</div>
${disagreements(site.indicators, text)}`,
  };
}

/** The words of the pages and what they mean. */
export function glossaryPage({ text }: Context): Page {
  const { glossary } = text.pages;
  return {
    path: "glossary.html",
    title: glossary.title,
    description: glossary.title,
    is_sample: false,
    body: html`<h1>${glossary.title}</h1>
<dl class="glossary card">${text.reference.terms.map(({ term, meaning }) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>`,
  };
}

/** The name of a published method, and of a result, in the page's language. */
export function publishedName(method: string, text: Texts): string {
  return text.pages.published.names[method] ?? method;
}

/** A result of a published method in the page's language. */
export function publishedResult(result: string, text: Texts): string {
  return text.pages.published.results[result] ?? result;
}

function disagreements(views: readonly IndicatorView[], text: Texts): Html | null {
  const { method, published } = text.pages;
  const all = views.flatMap((view) => view.progressPublishedMethods.map((row) => ({ view, row })));
  const compared = all.filter(({ row }) => row.is_in_agreement !== null);
  const differing = compared.filter(({ row }) => row.is_in_agreement === false);
  if (differing.length === 0) return null;
  return html`<section class="card"><h2>${method.disagreements}</h2>
<p class="note">${method.disagree(String(differing.length), String(compared.length))}. ${published.note}</p>
<table class="rows"><thead><tr><th scope="col">${method.indicator}</th><th scope="col">${method.ours}</th><th scope="col">${published.method}</th><th scope="col">${method.theirs}</th><th scope="col">${published.why}</th></tr></thead>
<tbody>${differing.map(({ view, row }) => html`<tr><th scope="row"><a href="${indicatorPath(view.indicator.indicator_id)}">${shortTitle(view, text)}</a></th>${cell(method.ours, standingMark(view, text))}${cell(published.method, publishedName(row.method, text))}${cell(method.theirs, publishedResult(row.result, text))}${cell(published.why, reasonOf(row, text))}</tr>`)}</tbody></table></section>`;
}

/** Why a published method differs, where the models say so. */
export function reasonOf(row: MartRow<"progressPublishedMethods">, text: Texts): string | null {
  return text.language === "vi" ? row.reason_vi : row.reason_en;
}
