import { statuses } from "../../reading/contract/statuses.ts";
import { shortTitle, titleOf } from "../../reading/facts/indicator_words.ts";
import type { Site } from "../../reading/facts/site.ts";
import { reasonSentence } from "../../reading/facts/standing_words.ts";
import type { IndicatorView, SectionView } from "../../reading/facts/view.ts";
import { worst } from "../../reading/facts/worst.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { lowerFirst } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { changesSection } from "./changes.ts";
import { count } from "./count.ts";
import { type Context, freshness, mark, type Page, standingMark } from "./layout.ts";
import { indicatorPath, sectionPath, unitPath } from "./links.ts";
import {
  agencyName,
  countByStatus,
  countWords,
  indicatorCard,
  indicatorHeads,
  indicatorRow,
  shortAgency,
} from "./parts.ts";
import { formTitle } from "./sources.ts";

/** How many of the worst stand as cards, and how many more as lines. */
const [cardsShown, linesShown] = [3, 6];

/** The page a leader opens first: what is red, how sure, who answers, then every section. */
export function overviewPage(context: Context): Page {
  const { site, text } = context;
  const isEmpty = site.dataTo === null;
  const title = isEmpty ? text.emptyTitle : headline(site.indicators, text);
  return {
    path: "index.html",
    title,
    description: text.overviewScope(
      count(site.indicators.length, text),
      count(site.sections.length, text),
    ),
    is_sample: site.indicators.some(({ is_sample }) => is_sample),
    body: html`<h1>${title}</h1>
<p class="subtitle">${text.overviewScope(count(site.indicators.length, text), count(site.sections.length, text))} ${freshness(context)}.</p>
${isEmpty ? emptySteps(text) : html`<div class="first">${firstScreen(site, text)}</div>`}
${sectionsTable(site, text)}`,
  };
}

/** The state of the whole programme in one sentence, worst first. */
export function headline(indicators: IndicatorView[], text: Texts): string {
  const [off, risk] = [
    countByStatus(indicators, "off_track"),
    countByStatus(indicators, "at_risk"),
  ];
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
  const assessed = countByStatus(indicators, "on_track") + countByStatus(indicators, "achieved");
  return assessed > 0 ? text.headline.good(count(assessed, text)) : text.headline.unassessed;
}

function firstScreen(site: Site, text: Texts): Html[] {
  const allBehind = worst(site.indicators, site.indicators.length);
  const behind = allBehind.slice(0, cardsShown + linesShown);
  const parts = [
    statusBar(site, text),
    gaps(site, text),
    changesSection(site.indicators, text),
    cards(behind.slice(0, cardsShown), text),
    also(behind.slice(cardsShown), allBehind.length - behind.length, text),
  ];
  return parts.filter((part) => part !== null);
}

function emptySteps(text: Texts): Html {
  return html`<ol class="card steps">${text.emptySteps.map((step) => html`<li>${step}</li>`)}</ol>`;
}

function statusBar(site: Site, text: Texts): Html {
  const counts = statuses.map((status) => ({ status, n: countByStatus(site.indicators, status) }));
  const shown = counts.filter(({ n }) => n > 0);
  const label = shown
    .map(({ status, n }) => countWords(site.indicators, status, count(n, text), text))
    .join(", ");
  const widths = shown.map(({ n }) => (n / site.indicators.length) * 100);
  const rects = shown.map(({ status }, index) => {
    const start = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
    const gap = index < shown.length - 1 ? 0.25 : 0;
    return html`<rect class="${status}" x="${start.toFixed(2)}" width="${((widths[index] as number) - gap).toFixed(2)}" height="4"/>`;
  });
  return html`<figure class="bar">
<svg viewBox="0 0 100 4" preserveAspectRatio="none" role="img"><title>${text.statusBar}: ${label}</title>${rects}</svg>
<ul class="legend">${shown.map(({ status, n }) => html`<li class="status ${status}">${mark(status)}<span>${countWords(site.indicators, status, count(n, text), text)}</span></li>`)}</ul>
</figure>`;
}

/** What a leader does not see in these figures: indicators without any, and what has not come. */
function gaps(site: Site, text: Texts): Html | null {
  const without = site.indicators.filter(
    ({ progress, hidden }) => progress?.latest_value == null && hidden.length === 0,
  ).length;
  const late = site.sources.filter(({ is_late }) => is_late);
  if (without === 0 && late.length === 0) return null;
  const names = late.map((source) => formTitle(source, text)).join("; ");
  return html`<p class="gaps">${without > 0 && html`<strong>${text.withoutFigures(count(without, text))}</strong> `}${late.length > 0 && html`<strong>${text.lateSources(count(late.length, text), names)}</strong> <a href="data.html">${text.dataPage}</a>`}</p>`;
}

function cards(views: IndicatorView[], text: Texts): Html | null {
  if (views.length === 0) return null;
  return html`<section class="cards" aria-label="${text.worstCards}">${views.map((view) => indicatorCard(view, text, ""))}</section>`;
}

/** The rest of what is behind, a line each. */
function also(views: IndicatorView[], more: number, text: Texts): Html | null {
  if (views.length === 0) return null;
  return html`<section class="also"><h2 class="quiet">${text.pages.also}</h2>
<ul class="card">${views.map(
    (view) =>
      html`<li>${standingMark(view, text)} <a href="${indicatorPath(view.indicator.indicator_id)}">${shortTitle(view, text)}</a>: ${lowerFirst(reasonSentence(view, text))} ${view.agency && html`<span class="who">${shortAgency(view.agency, text)}</span>`}</li>`,
  )}${more > 0 && html`<li>${text.moreBehind(count(more, text))}</li>`}</ul></section>`;
}

function sectionsTable(site: Site, text: Texts): Html {
  return html`<table class="sections">
<caption><span>${text.sectionsTable}</span> <small>${text.readingGuide}</small></caption>
<thead>${indicatorHeads(text)}</thead>
${site.sections.map((section) => sectionRows(section, text))}
</table>`;
}

function sectionRows({ section, agency, indicators }: SectionView, text: Texts): Html {
  const promise = text.language === "vi" ? section.promise_vi : section.promise_en;
  return html`<tbody id="s${section.section_id.replaceAll(".", "-")}">
<tr class="section"><th scope="rowgroup" colspan="7"><span class="line"><span><small>${section.section_id}</small> <a href="${sectionPath(section.section_id)}">${titleOf(section, text)}</a></span>${agency && html`<span class="lead"><a href="${unitPath(agency.agency_id)}">${agencyName(agency, text)}</a></span>`}</span>${promise && html`<span class="promise">${promise}</span>`}</th></tr>
${indicators.map((view) => indicatorRow(view, text, ""))}
</tbody>`;
}

function inWords(n: number, text: Texts): string {
  return text.words[n] ?? count(n, text);
}
