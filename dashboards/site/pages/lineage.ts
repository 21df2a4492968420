import type { MartRow } from "../../reading/contract/marts.ts";
import { shortTitle } from "../../reading/facts/indicator_words.ts";
import type { Site } from "../../reading/facts/site.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { count } from "./count.ts";
import { fileName } from "./file_name.ts";
import type { Context, Page } from "./layout.ts";
import { indicatorPath } from "./links.ts";
import { cell, dated, formTitle } from "./sources.ts";

/** Which file and form feeds which indicator of the ward. */
export function lineagePage({ site, text }: Context): Page {
  const { lineage } = text.pages;
  const byFile = Map.groupBy(site.lineage, ({ file_name }) => file_name);
  const fed = new Set(site.lineage.map(({ indicator_id }) => indicator_id));
  const headline = lineage.headline(count(byFile.size, text), count(fed.size, text));
  return {
    path: "lineage.html",
    title: lineage.title,
    description: headline,
    is_sample: site.files.some(({ is_sample }) => is_sample),
    body: html`<h1>${headline}</h1>
<p class="subtitle">${lineage.subtitle}</p>
<section class="card"><h2>${lineage.byForm}</h2>
<table class="rows"><thead><tr><th scope="col">${lineage.form}</th><th scope="col" class="number">${lineage.file}</th><th scope="col">${lineage.feeds}</th></tr></thead>
<tbody>${site.sources.map((source) => formRow(source, site, text))}</tbody></table></section>
<section class="card"><h2>${lineage.byFile}</h2>
<table class="rows"><thead><tr><th scope="col">${lineage.file}</th><th scope="col">${text.data.file.received}</th><th scope="col" class="number">${lineage.ranges}</th><th scope="col">${lineage.feeds}</th></tr></thead>
<tbody>${landed(site).map((file) => fileRow(file, byFile.get(file.file_name) ?? [], site, text))}</tbody></table></section>`,
  };
}

function landed({ files }: Site): MartRow<"files">[] {
  return files.filter(({ status }) => status === "landed");
}

function formRow(source: MartRow<"sourceStatus">, site: Site, text: Texts): Html {
  const rows = site.lineage.filter(({ form }) => form === source.form);
  const files = new Set(rows.map(({ file_name }) => file_name));
  return html`<tr><th scope="row">${formTitle(source, text)}</th><td class="number" data-label="${text.pages.lineage.file}"><span>${count(files.size, text)}</span></td>${cell(text.pages.lineage.feeds, links(rows, site, text))}</tr>`;
}

function fileRow(
  file: MartRow<"files">,
  rows: readonly MartRow<"lineage">[],
  site: Site,
  text: Texts,
): Html {
  const { lineage } = text.pages;
  return html`<tr><th scope="row">${fileName(file.file_name)}</th>${cell(text.data.file.received, dated(file.received_at, text))}<td class="number" data-label="${lineage.ranges}"><span>${count(rows.length, text)}</span></td>${cell(lineage.feeds, links(rows, site, text))}</tr>`;
}

function links(rows: readonly MartRow<"lineage">[], site: Site, text: Texts): Html {
  const ids = new Set(rows.map(({ indicator_id }) => indicator_id));
  const fed = site.indicators.filter(({ indicator }) => ids.has(indicator.indicator_id));
  if (fed.length === 0) return html`<small>${text.pages.lineage.unused}</small>`;
  return html`${fed.map((view, index) => html`${index > 0 && " · "}${link(view, text)}`)}`;
}

function link(view: IndicatorView, text: Texts): Html {
  return html`<a href="${indicatorPath(view.indicator.indicator_id)}">${shortTitle(view, text)}</a>`;
}
