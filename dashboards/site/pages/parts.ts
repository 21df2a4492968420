import { trendDescription } from "../../reading/charts/description.ts";
import { type SparklineSize, sparkline } from "../../reading/charts/sparkline.ts";
import type { MartRow } from "../../reading/contract/marts.ts";
import { type Status, statuses } from "../../reading/contract/statuses.ts";
import {
  difference,
  judgedYearBeforeWords,
  latestPeriod,
  shortTitle,
  targetWords,
  unitName,
} from "../../reading/facts/indicator_words.ts";
import {
  cautionWords,
  chanceWords,
  missing,
  reasonSentence,
  sentence,
} from "../../reading/facts/standing_words.ts";
import { valueChange } from "../../reading/facts/value_change.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatShort, lowerFirst } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { standingMark } from "./layout.ts";
import { indicatorPath, unitPath } from "./links.ts";

/** An indicator as a card: status, value, why, line, who answers and the chance. */
export function indicatorCard(view: IndicatorView, text: Texts, root: string): Html {
  const { indicator, progress, agency } = view;
  const value = progress?.latest_value;
  const chance = chanceWords(view, text);
  return html`<article class="card ${view.status}">
<header><h2><a href="${root}${indicatorPath(indicator.indicator_id)}">${shortTitle(view, text)}</a></h2>${standingMark(view, text)}</header>
<p class="figure"><b>${value == null ? missing(view, text) : inDecimals(value, view, text)}</b> ${unitName(indicator, text)} · ${latestPeriod(view, text)}</p>
<p class="why">${reasonSentence(view, text)}</p>
${chartOf(view, text, "card")}
<p class="meta">${agency && html`<span>${agencyLink(agency, text, root)}</span>`}${chance !== null && html`<span>${text.chance} <b>${chance}</b></span>`}</p>
</article>`;
}

/** A row of the tables of indicators: value, path, target, line, chance, status. */
export function indicatorRow(view: IndicatorView, text: Texts, root: string): Html {
  const { indicator, progress } = view;
  const { columns } = text;
  const plan = progress?.target_cadence === "yearly" ? null : progress?.planned_value;
  const planned = plan == null ? null : inDecimals(plan, view, text);
  const chance = chanceWords(view, text);
  const caution = cautionWords(view, text);
  return html`<tr class="${view.status}">
<th scope="row"><a href="${root}${indicatorPath(indicator.indicator_id)}">${shortTitle(view, text)}</a></th>
<td class="number current" data-label="${columns.current}"><span>${current(view, text)}</span></td>
${optional(columns.planned, planned)}
<td data-label="${columns.target}"><span>${targetCell(view, text)}</span></td>
<td class="spark" data-label="${columns.trend}">${chartOf(view, text, "row") ?? text.none}</td>
${optional(columns.chance, chance)}
<td class="state">${standingMark(view, text)}${caution !== "" && html` <small class="caution">${caution}</small>`}</td>
</tr>`;
}

/** The heads of the columns that `indicatorRow` fills. */
export function indicatorHeads({ columns }: Texts): Html {
  return html`<tr><th scope="col">${columns.indicator}</th><th scope="col" class="number">${columns.current}</th><th scope="col" class="number">${columns.planned}</th><th scope="col">${columns.target}</th><th scope="col">${columns.trend}</th><th scope="col" class="number">${columns.chance}</th><th scope="col">${columns.status}</th></tr>`;
}

/** The target with its date, or what stands in its place. */
export function targetCell(view: IndicatorView, text: Texts): Html {
  const { level, when, is_number } = targetWords(view, text);
  return html`${is_number ? html`<b>${level}</b>` : level} <small>${when}</small>`;
}

/** How the newest value differs from the period before: +0,3 điểm so kỳ trước. */
export function changeWords(view: IndicatorView, text: Texts): string | null {
  const change = valueChange(view);
  if (!change) return null;
  if (change.turn === "same") return text.pages.change.same;
  const sign = change.difference > 0 ? "+" : "−";
  return text.pages.change.than(`${sign}${difference(change.difference, view.indicator, text)}`);
}

/** The unit's short name, leading to its page. */
function agencyLink(agency: MartRow<"agencies">, text: Texts, root: string): Html {
  return html`<a href="${root}${unitPath(agency.agency_id)}">${shortAgency(agency, text)}</a>`;
}

/** The short name where there is one in the page's language. */
export function shortAgency(agency: MartRow<"agencies">, text: Texts): string {
  return text.language === "vi" ? (agency.short_vi ?? agency.name_vi) : agency.name_en;
}

/** The full name in the page's language. */
export function agencyName(agency: MartRow<"agencies">, text: Texts): string {
  return text.language === "vi" ? agency.name_vi : agency.name_en;
}

/** The numbers of each status in words, those that occur: 1 chậm lộ trình, 2 có nguy cơ. */
export function statusCounts(indicators: readonly IndicatorView[], text: Texts): string {
  return statuses
    .map((status) => ({ status, n: countByStatus(indicators, status) }))
    .filter(({ n }) => n > 0)
    .map(({ status, n }) => countWords(indicators, status, String(n), text))
    .join(", ");
}

/** How many stand so, in words; of those without a number to meet also which way they go, of those not assessed how many have none. */
export function countWords(
  indicators: readonly IndicatorView[],
  status: Status,
  n: string,
  text: Texts,
): string {
  const words = text.statusCount[status](n).replace(" ", "\u00A0");
  if (status === "not_assessable") return `${words}${withoutNumber(indicators, text)}`;
  if (status !== "no_target") return words;
  const ways = Object.entries(text.way).flatMap(([code, way]) => {
    const own = indicators.filter(({ progress }) => progress?.reason_code === code).length;
    return own > 0 ? `${own}\u00A0${lowerFirst(way)}` : [];
  });
  const isOneWay = ways.length === 1;
  return `${words} (${isOneWay ? (ways[0] ?? "").replace(/^\d+\u00A0/, "") : ways.join(", ")})`;
}

/** How many of those that cannot be assessed have no number to meet either, so that these add up. */
function withoutNumber(indicators: readonly IndicatorView[], text: Texts): string {
  const own = indicators.filter(
    ({ status, progress }) => status === "not_assessable" && progress?.target_value == null,
  ).length;
  return own > 0 ? ` (${text.statusCount.no_target(String(own)).replace(" ", "\u00A0")})` : "";
}

/** How many stand so. */
export function countByStatus(indicators: readonly IndicatorView[], status: Status): number {
  return indicators.filter((view) => view.status === status).length;
}

/** The small line of an indicator, null without data. */
function chartOf(view: IndicatorView, text: Texts, size: SparklineSize): Html | null {
  const description = trendDescription(view, text);
  return sparkline(view, size, { title: sentence(view, text), description });
}

/** A value in the decimals of its indicator. */
export function inDecimals(value: number, view: IndicatorView, text: Texts): string {
  return formatShort(value, view.indicator.decimals, text.language);
}

/** A number that many indicators lack: a dash in a table, nothing on a phone. */
function optional(label: string, value: string | null): Html {
  return value === null
    ? html`<td class="number absent">–</td>`
    : html`<td class="number" data-label="${label}"><span>${value}</span></td>`;
}

function current(view: IndicatorView, text: Texts): Html | string {
  const { indicator, progress } = view;
  if (progress?.latest_value == null) return missing(view, text);
  const yearly = judgedYearBeforeWords(view, text);
  const change = yearly === null ? changeWords(view, text) : text.thanYearBefore(yearly);
  return html`<b>${inDecimals(progress.latest_value, view, text)}</b> ${unitName(indicator, text)} <small>${latestPeriod(view, text)}</small>${change && html`<small class="change">${change}</small>`}`;
}
