import { latestPeriod, shortTitle, targetWords } from "../../reading/facts/indicator_words.ts";
import { reasonSentence, standingWord } from "../../reading/facts/standing_words.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { worst } from "../../reading/facts/worst.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatDate, formatInstant } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { changesSentence } from "./changes.ts";
import { type Context, mark, type Page, standingMark } from "./layout.ts";
import { indicatorPath } from "./links.ts";
import { headline } from "./overview.ts";
import { inDecimals, shortAgency, statusCounts, targetCell } from "./parts.ts";

/** A period whose values the brief shows in place of the newest. */
export interface BriefPeriod {
  /** In words, for the line above the title: quý III năm 2026. */
  name: string;
  /** An indicator's values with their periods in words: that of the period, and another that is judged. */
  valuesOf(view: IndicatorView): BriefValue[];
}

/** A value and the period that it speaks of. */
interface BriefValue {
  value: number;
  period: string | null;
}

/** What fits on one sheet of A4: the message, what is behind and why, the rest in a line each. */
export function briefPage({ site, text }: Context, period?: BriefPeriod): Page {
  const { brief } = text.pages;
  const heading = period ? brief.inPeriod : text.columns.current;
  const valuesOf = period?.valuesOf ?? ((view: IndicatorView) => newest(view, text));
  const title = site.dataTo === null ? text.emptyTitle : headline(site.indicators, text);
  const behind = worst(site.indicators, site.indicators.length);
  const inTable = behind.slice(0, rowsOn(site.indicators.length));
  const inList = [
    ...behind.slice(inTable.length),
    ...site.indicators.filter((view) => !behind.includes(view)),
  ];
  const dataTo = site.dataTo ? formatDate(site.dataTo, text.language) : text.none;
  return {
    path: "brief.html",
    title: brief.title,
    description: title,
    is_sample: site.indicators.some(({ is_sample }) => is_sample),
    is_dated: period !== undefined,
    body: html`<div class="brief"><p class="subtitle">${brief.subtitle(dataTo, period?.name)} · ${text.refreshedOnly(formatInstant(site.refreshedAt, text.language))}. <span class="screen">${brief.print}</span></p>
<h1>${title}</h1>
<p>${statusCounts(site.indicators, text)}.</p>
${changesSentence(site.indicators, text)}
<h2>${brief.attention}</h2>
${behind.length > 0 ? behindTable(inTable, heading, valuesOf, text) : html`<p>${brief.nothing}</p>`}
<h2>${brief.others}</h2>
<ul class="columns${site.indicators.length > many && " many"}">${inList.map((view) => other(view, valuesOf(view), text))}</ul></div>`,
  };
}

/** Past this many indicators, the printed sheet leaves the targets of those in the list to the other pages. */
const many = 40;

/**
 * How many rows of the table fit on the sheet beside a line for every other indicator, in lines of
 * the sheet: a row takes three, for its reason has a chance and a need, an entry of the list, in two
 * columns, somewhat less than one.
 */
function rowsOn(indicators: number): number {
  const [sheet, row, entry] = [44, 2.9, indicators > many ? 0.6 : 0.85];
  return Math.max(3, Math.floor((sheet - entry * indicators) / (row - entry)));
}

/** The chance stands in the reason. */
function behindTable(
  views: readonly IndicatorView[],
  heading: string,
  valuesOf: BriefPeriod["valuesOf"],
  text: Texts,
): Html {
  const { columns, pages } = text;
  return html`<table class="rows card"><thead><tr><th scope="col">${columns.indicator}</th><th scope="col">${columns.status}</th><th scope="col" class="number">${heading}</th><th scope="col">${columns.target}</th><th scope="col">${pages.why}</th><th scope="col">${pages.answers}</th></tr></thead>
<tbody>${views.map((view) => {
    return html`<tr><th scope="row"><a href="${indicatorPath(view.indicator.indicator_id)}">${shortTitle(view, text)}</a></th>
<td data-label="${columns.status}"><span>${standingMark(view, text)}</span></td>
<td class="number" data-label="${heading}"><span>${figure(view, valuesOf(view), text)}</span></td>
<td data-label="${columns.target}"><span>${targetCell(view, text)}</span></td>
<td data-label="${pages.why}"><span>${reasonSentence(view, text)}</span></td>
<td data-label="${pages.answers}"><span>${view.agency ? shortAgency(view.agency, text) : text.none}</span></td></tr>`;
  })}</tbody></table>`;
}

function other(view: IndicatorView, values: BriefValue[], text: Texts): Html {
  const { level, when } = targetWords(view, text);
  const aim = when === text.noNumber ? "" : `${level} ${when}`;
  return html`<li><span class="status ${view.status}">${mark(view.status)}<span class="quiet">${standingWord(view, text)}: </span></span> <a href="${indicatorPath(view.indicator.indicator_id)}">${shortTitle(view, text)}</a> <b>${figure(view, values.slice(0, 1), text)}</b> <small>${aim}</small></li>`;
}

function newest(view: IndicatorView, text: Texts): BriefValue[] {
  const value = view.progress?.latest_value;
  return value == null ? [] : [{ value, period: latestPeriod(view, text) }];
}

function figure(view: IndicatorView, values: BriefValue[], text: Texts): Html {
  if (values.length === 0) return html`${text.none}`;
  const unit = text.language === "vi" ? view.indicator.unit_vi : view.indicator.unit_en;
  return html`${values.map(
    ({ value, period }, index) =>
      html`${index > 0 && html`<br>`}<b>${inDecimals(value, view, text)}</b> ${unit} <small>${period}</small>`,
  )}`;
}
