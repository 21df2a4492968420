import { isLatestHidden } from "../../reading/editions/hidden_cell.ts";
import { amountLeft } from "../../reading/facts/amount_left.ts";
import {
  judgedYearBeforeWords,
  latestPeriod,
  quantity,
  targetWords,
  unitName,
} from "../../reading/facts/indicator_words.ts";
import { isYearSoFar } from "../../reading/facts/judged_year.ts";
import { cautionWords, chanceWords, missing } from "../../reading/facts/standing_words.ts";
import { type IndicatorView, latestObservation } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatDate, formatNumber, formatShort, upperFirst } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { standingMark } from "./layout.ts";
import { unitPath } from "./links.ts";
import { calculationNotes, type Fact, paceFacts } from "./panel_pace.ts";
import { otherTargets } from "./panel_targets.ts";
import { agencyName, changeWords } from "./parts.ts";

/** What a leader reads beside the chart: status, value, where it should be, what comes, who answers. */
export function panel(view: IndicatorView, text: Texts): Html {
  const { indicator, progress, agency } = view;
  const value = progress?.latest_value;
  const caution = cautionWords(view, text);
  return html`<aside class="card panel">
<p>${standingMark(view, text)}</p>
${caution !== "" && html`<p class="caution">${upperFirst(caution)}</p>`}
<p class="big"><b>${value == null ? missing(view, text) : formatShort(value, indicator.decimals, text.language)}</b> ${value != null && html`<span>${unitName(indicator, text)}</span>`}</p>
<p class="parts">${partsOf(view, text).map((part) => html`<span>${part}</span> `)}</p>
<dl>${facts(view, text).map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl>
${calculationNotes(view, text).map((note) => html`<p class="note">${note}</p>`)}
${agency && html`<p class="lead">${text.lead}: <a href="../${unitPath(agency.agency_id)}"><b>${agencyName(agency, text)}</b></a></p>`}
${legalBasis(view, text)}
</aside>`;
}

/** Under the value: its parts, its period, how complete it is, its change. */
function partsOf(view: IndicatorView, text: Texts): string[] {
  const { progress } = view;
  const isRunning = (progress?.latest_period_end ?? "") > (progress?.as_of ?? "9999");
  const [reported, all] = [progress?.n_areas_reported ?? 0, progress?.n_areas ?? 0];
  return [
    isYearSoFar(view) ? null : fraction(view, text),
    latestPeriod(view, text),
    isRunning ? text.runningPeriod : null,
    reported < all ? text.areasReported(`${reported}/${all}`) : null,
    changeWords(view, text),
  ].filter((part) => part !== null);
}

function fraction(view: IndicatorView, text: Texts): string | null {
  const observation = latestObservation(view);
  if (observation?.numerator == null || observation.denominator === null) return null;
  if (isLatestHidden(view)) return null;
  const [top, bottom] = [observation.numerator, observation.denominator].map((part) =>
    formatNumber(part, Number.isInteger(part) ? 0 : 1, text.language),
  ) as [string, string];
  return text.fraction(top, bottom);
}

function facts(view: IndicatorView, text: Texts): Fact[] {
  const { progress } = view;
  if (!progress || view.hidden.length > 0) return [];
  const list = [
    yearBefore(view, text),
    ...(progress.target_cadence === "yearly" ? dutyFacts(view, text) : datedFacts(view, text)),
  ];
  return list.filter((fact) => fact !== null);
}

/** What a yearly duty asks: its level is no path, and the year has no baseline. */
function dutyFacts(view: IndicatorView, text: Texts): (Fact | null)[] {
  const due = view.progress?.target_due ?? null;
  const when = due === null ? text.yearly : text.pages.yearEnd(formatDate(due, text.language));
  return [target(view, when, text), left(view, text), forecast(view, text), chance(view, text)];
}

function datedFacts(view: IndicatorView, text: Texts): (Fact | null)[] {
  return [
    planned(view, text),
    target(view, targetWords(view, text).when, text),
    whenDue(view, text),
    left(view, text),
    forecast(view, text),
    chance(view, text),
    ...otherTargets(view, text),
    ...paceFacts(view, text),
    baseline(view, text),
  ];
}

/** The same period a year before, or that there is none. */
function yearBefore(view: IndicatorView, text: Texts): Fact | null {
  const { progress, indicator } = view;
  if (progress?.latest_value == null) return null;
  const words = judgedYearBeforeWords(view, text);
  if (words === null || progress.previous_year_value === null)
    return [text.yearBefore, html`<small>${text.noYearBefore}</small>`];
  const was = text.was(quantity(progress.previous_year_value, indicator, text));
  return [text.yearBefore, html`${words} <small>${was}</small>`];
}

function planned({ progress, indicator }: IndicatorView, text: Texts): Fact | null {
  const plan = progress?.planned_value;
  return plan == null ? null : [text.plannedNow, quantity(plan, indicator, text)];
}

function target(view: IndicatorView, when: string, text: Texts): Fact {
  return [text.targetRow, html`${targetWords(view, text).level} <small>${when}</small>`];
}

/** What decided a target that has fallen due; the big number is what it is now. */
function whenDue({ progress, indicator }: IndicatorView, text: Texts): Fact | null {
  if (progress?.value_at_due == null || progress.target_due === null) return null;
  const verdict = progress.is_met_at_due ? text.metThen.yes : text.metThen.no;
  const value = quantity(progress.value_at_due, indicator, text);
  return [
    text.atDue(formatDate(progress.target_due, text.language)),
    html`${value} <small>${verdict}</small>`,
  ];
}

function left(view: IndicatorView, text: Texts): Fact | null {
  const words = view.progress?.duty_kind === "quota_down" ? "" : amountLeft(view, text);
  return words === "" ? null : [text.left, words];
}

/** The end of the line that the chart draws. */
function forecast({ projections, indicator }: IndicatorView, text: Texts): Fact | null {
  const last = projections.at(-1);
  if (!last) return null;
  const [low, high] = [last.lower_80, last.upper_80].map((value) =>
    value === null ? null : formatNumber(value, indicator.decimals, text.language),
  );
  const range = low != null && high != null && text.between(low, high);
  return [
    text.forecastAt(formatDate(last.period_end, text.language)),
    html`${quantity(last.value, indicator, text)} <small>${range}</small>`,
  ];
}

function chance(view: IndicatorView, text: Texts): Fact | null {
  const words = chanceWords(view, text);
  return words === null ? null : [text.chance, words];
}

function baseline({ progress, indicator }: IndicatorView, text: Texts): Fact | null {
  const [value, date] = [progress?.baseline_value, progress?.baseline_date];
  if (value == null || date == null) return null;
  const when = formatDate(date, text.language);
  return [text.baseline, html`${quantity(value, indicator, text)} <small>${when}</small>`];
}

function legalBasis(view: IndicatorView, text: Texts): Html | null {
  const basis = view.targets.findLast(({ legal_basis }) => legal_basis)?.legal_basis;
  return basis ? html`<p class="lead">${text.legalBasis}: ${basis}</p>` : null;
}
