import { quantity, shortTitle, titleOf } from "../../reading/facts/indicator_words.ts";
import type { Site } from "../../reading/facts/site.ts";
import { missing, reasonSentence } from "../../reading/facts/standing_words.ts";
import { deadlineOf, lagging, type UnitSummary } from "../../reading/facts/unit_summary.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatDate, formatNumber } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { openRequests } from "./explanation.ts";
import { type Context, type Page, standingMark } from "./layout.ts";
import { indicatorPath, sectionPath, unitPath } from "./links.ts";
import { agencyName, statusCounts, targetCell } from "./parts.ts";
import { sourcesTable } from "./sources.ts";

/** Every unit with how many of its indicators lag, its next deadline and its forms. */
export function unitsPage(units: readonly UnitSummary[], { site, text }: Context): Page {
  const words = text.pages.units;
  const leading = units.filter(({ indicators }) => indicators.length > 0);
  const headline = words.headline(
    String(leading.length),
    String(site.indicators.length),
    String(lagging(site)),
  );
  return {
    path: "units.html",
    title: words.title,
    description: headline,
    is_sample: site.indicators.some(({ is_sample }) => is_sample),
    body: html`<h1>${headline}</h1>
<p class="subtitle">${words.subtitle}</p>
<table class="rows card"><thead><tr><th scope="col">${words.unit}</th><th scope="col" class="number">${words.indicators}</th><th scope="col">${text.columns.status}</th><th scope="col">${words.nextDue}</th><th scope="col">${words.files}</th></tr></thead>
<tbody>${units.map((unit) => unitRow(unit, text))}</tbody></table>`,
  };
}

/** One unit: its indicators with why, target and deadline; its sections; the forms it must send. */
export function unitPage(unit: UnitSummary, { site, text }: Context): Page {
  const words = text.pages.units;
  const { agency, indicators, sections, sources } = unit;
  const name = agencyName(agency, text);
  const headline =
    indicators.length > 0
      ? words.headlineOf(name, String(indicators.length), statusCounts(indicators, text))
      : words.noIndicators(name);
  return {
    path: unitPath(agency.agency_id),
    title: name,
    description: headline,
    is_sample: site.indicators.some(({ is_sample }) => is_sample),
    body: html`<p class="crumbs"><a href="../units.html">${words.title}</a> ›</p>
<h1>${headline}</h1>
${sections.length > 0 && html`<p class="subtitle">${words.leads}: ${sections.map(({ section }, index) => html`${index > 0 && " · "}<a href="../${sectionPath(section.section_id)}">${section.section_id} ${titleOf(section, text)}</a>`)}</p>`}
${indicators.length > 0 && duties(indicators, site, text)}
${indicators.length > 0 && site.edition === "internal" && openRequests(indicators, text)}
<section class="card"><h2>${words.sends}</h2>${sources.length > 0 ? sourcesTable(sources, site, text) : html`<p>${words.sendsNothing}</p>`}</section>`,
  };
}

function unitRow(unit: UnitSummary, text: Texts): Html {
  const words = text.pages.units;
  const { agency, indicators, sources } = unit;
  const late = sources.filter(({ is_late }) => is_late).length;
  const dates = indicators.flatMap((view) => deadlineOf(view) ?? []).toSorted();
  return html`<tr><th scope="row"><a href="${unitPath(agency.agency_id)}">${agencyName(agency, text)}</a></th>
<td class="number" data-label="${words.indicators}"><span>${String(indicators.length)}</span></td>
<td data-label="${text.columns.status}"><span>${indicators.length > 0 ? statusCounts(indicators, text) : text.none}</span></td>
<td data-label="${words.nextDue}"><span>${dates[0] ? formatDate(dates[0], text.language) : text.none}</span></td>
<td data-label="${words.files}"><span>${String(sources.length)}${late > 0 && html` <strong class="status off_track">${words.late(String(late))}</strong>`}</span></td></tr>`;
}

function duties(indicators: readonly IndicatorView[], site: Site, text: Texts): Html {
  const { columns, pages } = text;
  return html`<section class="card"><h2>${pages.units.duties}</h2>
<table class="rows"><thead><tr><th scope="col">${columns.indicator}</th><th scope="col">${columns.status}</th><th scope="col">${pages.why}</th><th scope="col" class="number">${columns.current}</th><th scope="col">${columns.target}</th><th scope="col">${pages.deadline}</th></tr></thead>
<tbody>${indicators.map(
    (
      view,
    ) => html`<tr><th scope="row"><a href="../${indicatorPath(view.indicator.indicator_id)}">${shortTitle(view, text)}</a></th>
<td data-label="${columns.status}"><span>${standingMark(view, text)}</span></td>
<td data-label="${pages.why}"><span>${reasonSentence(view, text)}</span></td>
<td class="number" data-label="${columns.current}"><span>${view.progress?.latest_value == null ? missing(view, text) : quantity(view.progress.latest_value, view.indicator, text)}</span></td>
<td data-label="${columns.target}"><span>${targetCell(view, text)}</span></td>
<td data-label="${pages.deadline}"><span>${deadline(view, site, text)}</span></td></tr>`,
  )}</tbody></table></section>`;
}

/** The date with the years that are left by the day of the refresh. */
function deadline(view: IndicatorView, site: Site, text: Texts): Html | string {
  const { pages } = text;
  const date = deadlineOf(view);
  if (!date) return pages.notDated;
  const written = formatDate(date, text.language);
  if (view.progress?.target_cadence === "yearly") return pages.yearEnd(written);
  const years = (Date.parse(date) - +site.refreshedAt) / (365.25 * 86_400_000);
  const left = years < 0 ? pages.overdue : pages.yearsLeft(formatNumber(years, 1, text.language));
  return html`${written} <small>${left}</small>`;
}
