import { trendDescription } from "../charts/description.ts";
import { type SparklineSize, sparkline } from "../charts/sparkline.ts";
import {
  dueOf,
  periodOf,
  reasonSentence,
  sentence,
  shortTitle,
  targetOf,
  titleOf,
  unitOf,
} from "../facts.ts";
import { formatChance, formatShort, lowerFirst } from "../format.ts";
import { type Html, html } from "../html.ts";
import type { Site } from "../site.ts";
import { type Status, statuses } from "../status.ts";
import type { Texts } from "../text/vi.ts";
import type { IndicatorView, SectionView } from "../view.ts";
import { worst } from "../worst.ts";
import { type Context, freshness, indicatorPath, mark, type Page, statusMark } from "./layout.ts";

/** The page a leader opens first: what is red, how sure, who answers, then every section. */
export function overviewPage(context: Context): Page {
  const { site, text } = context;
  const isEmpty = site.dataTo === null;
  const title = isEmpty ? text.emptyTitle : headline(site.indicators, text);
  return {
    path: "index.html",
    title,
    description: text.overviewScope(count(site.indicators.length), count(site.sections.length)),
    isSample: site.indicators.some(({ isSample }) => isSample),
    body: html`<h1>${title}</h1>
<p class="subtitle">${text.overviewScope(count(site.indicators.length), count(site.sections.length))} ${freshness(context)}.</p>
${isEmpty ? emptySteps(text) : [statusBar(site, text), cards(site, text)]}
${sectionsTable(site, text)}`,
  };
}

/** The state of the whole programme in one sentence, worst first. */
export function headline(indicators: IndicatorView[], text: Texts): string {
  const [off, risk] = [countOf(indicators, "off_track"), countOf(indicators, "at_risk")];
  const names = worst(indicators, 2)
    .map((view) => lowerFirst(shortTitle(view, text)))
    .join(text.headline.and);
  if (off > 0) {
    return text.headline.off(
      inWords(off, text),
      risk ? lowerFirst(inWords(risk, text)) : null,
      names,
    );
  }
  if (risk > 0) return text.headline.risk(lowerFirst(inWords(risk, text)), names);
  const assessed = indicators.length - countOf(indicators, "not_assessable");
  return assessed > 0 ? text.headline.good(count(assessed)) : text.headline.unassessed;
}

function emptySteps(text: Texts): Html {
  return html`<ol class="card steps">${text.emptySteps.map((step) => html`<li>${step}</li>`)}</ol>`;
}

function statusBar(site: Site, text: Texts): Html {
  const counts = statuses.map((status) => ({ status, n: countOf(site.indicators, status) }));
  const shown = counts.filter(({ n }) => n > 0);
  const label = shown.map(({ status, n }) => text.statusCount[status](count(n))).join(", ");
  const widths = shown.map(({ n }) => (n / site.indicators.length) * 100);
  const rects = shown.map(({ status }, index) => {
    const start = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
    const gap = index < shown.length - 1 ? 0.25 : 0;
    return html`<rect class="${status}" x="${start.toFixed(2)}" width="${((widths[index] as number) - gap).toFixed(2)}" height="4"/>`;
  });
  return html`<figure class="bar">
<svg viewBox="0 0 100 4" preserveAspectRatio="none" role="img"><title>${text.statusBar}: ${label}</title>${rects}</svg>
<ul class="legend">${shown.map(({ status, n }) => html`<li class="status ${status}">${mark(status)}${text.statusCount[status](count(n))}</li>`)}</ul>
</figure>`;
}

function cards(site: Site, text: Texts): Html | null {
  const views = worst(site.indicators, 3);
  if (views.length === 0) return null;
  return html`<section class="cards" aria-label="${text.worstCards}">${views.map((view) => card(view, text))}</section>`;
}

function card(view: IndicatorView, text: Texts): Html {
  const { indicator, progress, agency } = view;
  const value = progress?.latest_value;
  return html`<article class="card ${view.status}">
<header><h2><a href="${indicatorPath(indicator.indicator_id)}">${shortTitle(view, text)}</a></h2>${statusMark(view.status, text)}</header>
<p class="figure"><b>${value == null ? text.none : number(value, view, text)}</b> ${unitOf(indicator, text)} · ${periodOf(view, text)}</p>
<p class="why">${reasonSentence(view, text)}</p>
${chart(view, text, "card")}
<p class="meta"><span>${agency && (text.language === "vi" ? (agency.short_vi ?? agency.name_vi) : agency.name_en)}</span>${progress?.probability_met != null && html`<span>${text.chance} <b>${formatChance(progress.probability_met, text.language)}</b></span>`}</p>
</article>`;
}

function sectionsTable(site: Site, text: Texts): Html {
  const { columns } = text;
  return html`<table class="sections">
<caption><span>${text.sectionsTable}</span> <small>${text.readingGuide}</small></caption>
<thead><tr><th scope="col">${columns.indicator}</th><th scope="col" class="number">${columns.current}</th><th scope="col" class="number">${columns.planned}</th><th scope="col">${columns.target}</th><th scope="col">${columns.trend}</th><th scope="col" class="number">${columns.chance}</th><th scope="col">${columns.status}</th></tr></thead>
${site.sections.map((section) => sectionRows(section, text))}
</table>`;
}

function sectionRows({ section, agency, indicators }: SectionView, text: Texts): Html {
  const promise = text.language === "vi" ? section.promise_vi : section.promise_en;
  return html`<tbody id="s${section.section_id.replaceAll(".", "-")}">
<tr class="section"><th scope="rowgroup" colspan="7"><span class="line"><span><small>${section.section_id}</small> ${titleOf(section, text)}</span>${agency && html`<span class="lead">${text.language === "vi" ? agency.name_vi : agency.name_en}</span>`}</span>${promise && html`<span class="promise">${promise}</span>`}</th></tr>
${indicators.map((view) => indicatorRow(view, text))}
</tbody>`;
}

function indicatorRow(view: IndicatorView, text: Texts): Html {
  const { indicator, progress } = view;
  const { columns } = text;
  const [plan, odds] = [progress?.planned_value, progress?.probability_met];
  const planned = plan == null ? null : number(plan, view, text);
  const chance = odds == null ? null : formatChance(odds, text.language);
  return html`<tr class="${view.status}">
<th scope="row"><a href="${indicatorPath(indicator.indicator_id)}">${shortTitle(view, text)}</a></th>
<td class="number current" data-label="${columns.current}"><span>${current(view, text)}</span></td>
${optional(columns.planned, planned)}
<td data-label="${columns.target}"><span>${target(view, text)}</span></td>
<td class="spark" data-label="${columns.trend}">${chart(view, text, "row") ?? text.none}</td>
${optional(columns.chance, chance)}
<td class="state">${statusMark(view.status, text)}</td>
</tr>`;
}

/** A number that many indicators lack: a dash in a table, nothing on a phone. */
function optional(label: string, value: string | null): Html {
  return value === null
    ? html`<td class="number absent">–</td>`
    : html`<td class="number" data-label="${label}"><span>${value}</span></td>`;
}

function current(view: IndicatorView, text: Texts): Html | string {
  const { indicator, progress } = view;
  if (progress?.latest_value == null) return text.none;
  return html`<b>${number(progress.latest_value, view, text)}</b> ${unitOf(indicator, text)} <small>${periodOf(view, text)}</small>`;
}

function target(view: IndicatorView, text: Texts): Html | string {
  const { progress, indicator } = view;
  const aim = targetOf(view, text);
  if (aim) return html`<b>${aim}</b> <small>${dueOf(view, text)}</small>`;
  if (progress?.reason_code === "pass_mark_missing") {
    return html`${text.passMark} <small>${dueOf(view, text)}</small>`;
  }
  return html`${text.directionOnly[indicator.direction as keyof Texts["directionOnly"]]} <small>${text.noNumber}</small>`;
}

function chart(view: IndicatorView, text: Texts, size: SparklineSize): Html | null {
  const description = trendDescription(view, text);
  return sparkline(view, size, { title: sentence(view, text), description });
}

function number(value: number, view: IndicatorView, text: Texts): string {
  return formatShort(value, view.indicator.decimals, text.language);
}

function countOf(indicators: IndicatorView[], status: Status): number {
  return indicators.filter((view) => view.status === status).length;
}

function inWords(n: number, text: Texts): string {
  return text.words[n] ?? count(n);
}

function count(n: number): string {
  return String(n);
}
