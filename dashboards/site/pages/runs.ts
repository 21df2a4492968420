import type { RunSummary } from "../../reading/facts/run_summary.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatInstant, formatNumber } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import type { Context, Page } from "./layout.ts";
import { cell } from "./sources.ts";

/** What the pipeline did, run by run, as its caller tells it. */
export function runsPage({ site, text }: Context): Page {
  const { runs } = text.pages;
  const failed = site.runs.filter((run) => !isPublished(run)).length;
  const headline =
    site.runs.length > 0 ? runs.headline(String(site.runs.length), String(failed)) : runs.none;
  return {
    path: "runs.html",
    title: runs.title,
    description: headline,
    is_sample: false,
    body: html`<h1>${headline}</h1>
<p class="subtitle">${runs.subtitle}</p>
${site.runs.length > 0 && table(site.runs, text)}`,
  };
}

function table(list: readonly RunSummary[], text: Texts): Html {
  const { runs } = text.pages;
  return html`<table class="rows card"><thead><tr><th scope="col">${runs.started}</th><th scope="col">${runs.command}</th><th scope="col">${runs.result}</th><th scope="col" class="number">${runs.took}</th><th scope="col">${runs.slowest}</th><th scope="col" class="number">${runs.files}</th><th scope="col" class="number">${runs.rows}</th></tr></thead>
<tbody>${list.map((run) => row(run, text))}</tbody></table>`;
}

function row(run: RunSummary, text: Texts): Html {
  const { runs } = text.pages;
  const seconds = (Date.parse(run.finished_at) - Date.parse(run.started_at)) / 1000;
  const slowest = run.steps.toSorted((a, b) => b.seconds - a.seconds)[0];
  const word = runs.codes[run.exit_code] ?? String(run.exit_code);
  return html`<tr><th scope="row">${formatInstant(new Date(run.started_at), text.language)}</th>${cell(runs.command, run.command)}${cell(runs.result, isPublished(run) ? word : html`<strong class="status off_track">${word}</strong>`)}${number(runs.took, runs.seconds(formatNumber(seconds, 0, text.language)))}${cell(runs.slowest, slowest && `${stepName(slowest.name, text)} ${runs.seconds(formatNumber(slowest.seconds, 0, text.language))}`)}${number(runs.files, pair(run.files_landed, run.files_refused, text))}${number(runs.rows, pair(run.rows_landed, run.rows_rejected, text))}</tr>`;
}

/** Steps are named in both languages: `Đọc tệp · reading files`. */
function stepName(name: string, text: Texts): string {
  const [vi = name, en = name] = name.split(" · ");
  return text.language === "vi" ? vi : en;
}

function isPublished({ exit_code }: RunSummary): boolean {
  return exit_code === 0 || exit_code === 4;
}

function number(label: string, words: string): Html {
  return html`<td class="number" data-label="${label}"><span>${words}</span></td>`;
}

function pair(first: number | null, second: number | null, text: Texts): string {
  const written = [first, second].map((value) =>
    value === null ? text.none : formatNumber(value, 0, text.language),
  );
  return written.join(" / ");
}
