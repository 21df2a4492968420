import type { MartTable } from "../../reading/contract/mart.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { martCatalogue } from "../downloads/mart_catalogue.ts";
import { count } from "./count.ts";
import type { Context, Page } from "./layout.ts";
import { cell } from "./sources.ts";

/** Every table of the marts with its columns and file, and how to load one in a notebook. */
export function cataloguePage(
  tables: readonly MartTable[],
  hasModelDocs: boolean,
  { site, text }: Context,
): Page {
  const words = text.pages.catalogue;
  const entries = martCatalogue(tables, site).tables;
  const rows = entries.reduce((sum, entry) => sum + entry.rows, 0);
  const headline = words.headline(count(entries.length, text), count(rows, text));
  const folder = text.language === "vi" ? "data" : "../data";
  const docs = text.language === "vi" ? "models/index.html" : "../models/index.html";
  return {
    path: "catalogue.html",
    title: words.title,
    description: headline,
    is_sample: site.indicators.some(({ is_sample }) => is_sample),
    body: html`<h1>${headline}</h1>
<p class="subtitle">${words.subtitle} <a href="${folder}/catalog.json" download>catalog.json</a></p>
${hasModelDocs && html`<p><a href="${docs}">${words.models}</a>. <small>${words.modelsNote}</small></p>`}
<section class="card"><h2>${words.use}</h2>${examples.map(({ name, lines }) => html`<h3>${name}</h3><pre class="scroll" tabindex="0" role="region" aria-label="${name}"><code>${lines.join("\n")}</code></pre>`)}</section>
<section class="card"><table class="rows"><thead><tr><th scope="col">${words.table}</th><th scope="col" class="number">${words.rows}</th><th scope="col">${words.meaning}</th><th scope="col">${words.columns}</th></tr></thead>
<tbody>${entries.map((entry) => html`<tr><th scope="row"><a href="${folder}/${entry.file}" download>${entry.name}</a></th><td class="number" data-label="${words.rows}"><span>${count(entry.rows, text)}</span></td>${cell(words.meaning, entry.description)}${cell(words.columns, columns(entry.columns, text))}</tr>`)}</tbody></table></section>`,
  };
}

/** The same table in three notebooks; the paths are relative to the site's folder. */
const examples = [
  {
    name: "Python (pyarrow, pandas)",
    lines: [
      "import pyarrow.feather as feather",
      'progress = feather.read_table("data/marts/fct_progress.arrow").to_pandas()',
      'progress[progress.status == "off_track"][["indicator_id", "latest_value", "target_value"]]',
    ],
  },
  {
    name: "R (arrow)",
    lines: ["library(arrow)", 'progress <- read_feather("data/marts/fct_progress.arrow")'],
  },
  {
    name: "JavaScript (apache-arrow)",
    lines: [
      'import { tableFromIPC } from "apache-arrow";',
      'const progress = await tableFromIPC(fetch("data/marts/fct_progress.arrow"));',
    ],
  },
];

function columns(list: MartTable["columns"], text: Texts): Html {
  return html`<details><summary>${count(list.length, text)}</summary><dl class="columns-list">${list.map(({ name, type, description }) => html`<div><dt><code>${name}</code> <small>${type}</small></dt><dd>${description}</dd></div>`)}</dl></details>`;
}
