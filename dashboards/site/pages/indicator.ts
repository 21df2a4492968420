import { axisStart } from "../../reading/charts/trend_frame.ts";
import { isLatestHidden } from "../../reading/editions/hidden_cell.ts";
import {
  countedPace,
  difference,
  isYearSoFar,
  latestPeriod,
  missing,
  neededPerYear,
  quantity,
  sentence,
  targetWords,
  titleOf,
  unitName,
} from "../../reading/facts/indicator_words.ts";
import {
  type IndicatorView,
  latestObservation,
  type SectionView,
} from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import {
  formatChance,
  formatDate,
  formatNumber,
  formatPeriod,
  formatShort,
  upperFirst,
} from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { accuracyCard, publishedCard } from "./accuracy.ts";
import { downloads } from "./chart_card.ts";
import { chartsOf, type IndicatorChart, measured } from "./charts.ts";
import { methodCard, officeCard, qualityCard, revisionsCard, sourcesCard } from "./evidence.ts";
import { explanationCard } from "./explanation.ts";
import { type Context, type Page, statusMark } from "./layout.ts";
import { indicatorPath, sectionPath, unitPath } from "./links.ts";
import { neighbourhoodSection } from "./neighbourhoods.ts";
import { numbersTable } from "./numbers.ts";
import { agencyName, changeWords } from "./parts.ts";
import { pipelineCard } from "./pipeline.ts";
import { seasonSection } from "./season.ts";
import { breaksCard, lensesCard, signalsCard } from "./series.ts";
import { whatIfCard } from "./what_if.ts";

/** Everything about one indicator: the message, the line, the pace, the parts, the cells behind it. */
export function indicatorPage(view: IndicatorView, section: SectionView, context: Context): Page {
  const { text } = context;
  const isPublic = context.site.edition === "public";
  const message = sentence(view, text);
  const explanation = isPublic ? null : explanationCard(view, text);
  const isExplained = view.explanations.length > 0;
  const { indicator } = view;
  const charts = chartsOf(view, text);
  const [trend, areas, months] = (["trend", "areas", "months"] as const).map((id) =>
    charts.find((chart) => chart.id === id),
  );
  return {
    path: indicatorPath(indicator.indicator_id),
    title: titleOf(indicator, text),
    description: message,
    is_sample: view.is_sample,
    body: html`<p class="crumbs"><a href="../index.html">${text.overview}</a> › <a href="../${sectionPath(section.section.section_id)}">${section.section.section_id} ${titleOf(section.section, text)}</a></p>
<h1>${message}</h1>
<p class="subtitle">${measured(view, text)}</p>
<div class="split">
<div class="stack">${trendCard(view, trend, text)}${whatIfCard(view, text)}</div>
<div class="stack">${panel(view, text)}${isPublic ? hiddenNote(view, text) : !isExplained && explanation}</div>
</div>
${isExplained && explanation}
${neighbourhoodSection(view, areas, text)}
${months && seasonSection(view, months, text)}
${pipelineCard(view, text)}
${numbersTable(view, text)}
<div class="pair">
${methodCard(view, text)}
${isPublic ? officeCard(view, text) : sourcesCard(view, text)}
${lensesCard(view, text)}
${breaksCard(view, text)}
${signalsCard(view, text)}
${accuracyCard(view, text)}
${publishedCard(view, text)}
${revisionsCard(view, text)}
${qualityCard(view, text)}
</div>`,
  };
}

function trendCard(view: IndicatorView, chart: IndicatorChart | undefined, text: Texts): Html {
  if (!chart)
    return html`<figure class="card chart"><p class="empty">${text.chart.noChart}</p></figure>`;
  const start = axisStart(view);
  return html`<figure class="card chart">
<p class="unit">${upperFirst(unitName(view.indicator, text))}</p>
<div class="wide">${chart.wide}</div>
<div class="narrow">${chart.narrow}</div>
<figcaption>${view.projections.some(({ lower_80 }) => lower_80 !== null) && text.chart.bands} ${start !== null && text.chart.from(quantity(start, { ...view.indicator, decimals: Number.isInteger(start) ? 0 : view.indicator.decimals }, text))} <a href="#numbers">${text.numbers}</a>
${downloads(view, chart, text)}</figcaption>
</figure>`;
}

/** Why some figures read "hidden", where there are such. */
function hiddenNote(view: IndicatorView, text: Texts): Html | null {
  const areas = [...view.neighbourhoods, ...view.hiddenNeighbourhoods];
  const isHidden = view.hidden.length > 0 || areas.some(({ hidden }) => hidden.length > 0);
  return isHidden ? html`<p class="card note">${text.edition.hiddenNote}</p>` : null;
}

function panel(view: IndicatorView, text: Texts): Html {
  const { indicator, progress, agency } = view;
  const value = progress?.latest_value;
  return html`<aside class="card panel">
<p>${statusMark(view.status, text)}</p>
<p class="big"><b>${value == null ? missing(view, text) : formatShort(value, indicator.decimals, text.language)}</b> ${value != null && html`<span>${unitName(indicator, text)}</span>`}</p>
<p class="parts">${!isYearSoFar(view) && fraction(view, text)}<span>${latestPeriod(view, text)}</span>${changeWords(view, text) && html` <span>${changeWords(view, text)}</span>`}</p>
<dl>${[...yearBefore(view, text), ...facts(view, text)].map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl>
${notes(view, text).map((note) => html`<p class="note">${note}</p>`)}
${agency && html`<p class="lead">${text.lead}: <a href="../${unitPath(agency.agency_id)}"><b>${agencyName(agency, text)}</b></a></p>`}
${legalBasis(view, text)}
</aside>`;
}

function fraction(view: IndicatorView, text: Texts): Html | null {
  const observation = latestObservation(view);
  if (observation?.numerator == null || observation.denominator === null) return null;
  if (isLatestHidden(view)) return null;
  const [top, bottom] = [observation.numerator, observation.denominator].map((part) =>
    formatNumber(part, Number.isInteger(part) ? 0 : 1, text.language),
  ) as [string, string];
  return html`<span>${text.fraction(top, bottom)}</span> `;
}

type Fact = [name: string, fact: Html | string];

function facts(view: IndicatorView, text: Texts): Fact[] {
  const { indicator, progress } = view;
  if (!progress) return [];
  const { level, when } = targetWords(view, text);
  const due = progress.target_due ? formatDate(progress.target_due, text.language) : "";
  const list: (Fact | false)[] = [
    progress.planned_value !== null && [
      text.plannedNow,
      quantity(progress.planned_value, indicator, text),
    ],
    [text.targetRow, html`${level} <small>${when}</small>`],
    progress.projected_at_due !== null && [text.forecastAt(due), forecast(view, text)],
    progress.probability_met !== null && [
      text.chance,
      formatChance(progress.probability_met, text.language),
    ],
    ...paceFacts(view, text),
    progress.baseline_value !== null &&
      progress.baseline_date !== null && [
        text.baseline,
        html`${quantity(progress.baseline_value, indicator, text)} <small>${formatDate(progress.baseline_date, text.language)}</small>`,
      ],
  ];
  return list.filter((fact) => fact !== false);
}

/** The same period a year before: the change, in percent too where that says something. */
function yearBefore(view: IndicatorView, text: Texts): Fact[] {
  const { indicator, progress } = view;
  const [before, change] = [progress?.previous_year_value, progress?.change_from_previous_year];
  if (before == null || change == null) return [];
  const sign = (value: number) => (value > 0 ? "+" : value < 0 ? "−" : "");
  const share = before > 0 && indicator.unit !== "percent" ? (100 * change) / before : null;
  const percent =
    share === null ? null : `${sign(share)}${formatNumber(Math.abs(share), 1, text.language)}%`;
  const words = text.yearBeforeWords(
    `${sign(change)}${difference(change, indicator, text)}`,
    percent,
  );
  const was = text.was(quantity(before, indicator, text));
  return [[text.yearBefore, html`${words} <small>${was}</small>`]];
}

/** What the calculation behind the panel did that a reader would not expect. */
function notes(view: IndicatorView, text: Texts): string[] {
  const { progress, indicator } = view;
  if (!progress || progress.target_value === null) return [];
  const actual = progress.actual_per_year;
  const paceApart = view.pipeline.length > 0 ? text.pages.pipeline.pace : text.paceApart;
  return [
    progress.is_pace_apart && actual !== null
      ? paceApart(`${actual < 0 ? "−" : "+"}${difference(actual, indicator, text)}`)
      : null,
    progress.break_date !== null &&
    progress.break_date > view.programme.first_date &&
    progress.target_cadence === "by_date"
      ? text.sinceBreak(formatDate(progress.break_date, text.language))
      : null,
    progress.is_seasonal ? text.seasonal : null,
  ].filter((note) => note !== null);
}

function forecast(view: IndicatorView, text: Texts): Html {
  const { indicator, progress } = view;
  const [low, high] = [progress?.projected_lower_80, progress?.projected_upper_80];
  const range =
    low != null && high != null
      ? text.between(
          formatNumber(low, indicator.decimals, text.language),
          formatNumber(high, indicator.decimals, text.language),
        )
      : null;
  return html`${quantity(progress?.projected_at_due ?? 0, indicator, text)} <small>${range}</small>`;
}

function paceFacts(view: IndicatorView, text: Texts): (Fact | false)[] {
  const { progress } = view;
  const needed = neededPerYear(view, text);
  const actual = progress?.actual_per_year;
  const required = progress?.required_per_year;
  return [
    needed !== null && required != null && [text.needPerYear, signed(view, required, text)],
    actual != null && [text.actualPerYear, signed(view, actual, text)],
    needed !== null &&
      progress?.target_value != null &&
      !progress.is_pace_apart && [
        text.arrival,
        progress.arrival_date
          ? text.around(formatPeriod("quarter", progress.arrival_date, text.language))
          : text.never,
      ],
  ];
}

/** The change in people where that is what is counted, with the target's own unit beside it. */
function signed(view: IndicatorView, perYear: number, text: Texts): Html {
  const sign = perYear > 0 ? "+" : perYear < 0 ? "−" : "";
  const own = difference(perYear, view.indicator, text);
  const people = countedPace(view, Math.abs(perYear), text);
  return people === null
    ? html`${sign}${own}`
    : html`${sign}${people} <small>${sign}${own}</small>`;
}

function legalBasis(view: IndicatorView, text: Texts): Html | null {
  const basis = view.targets.findLast(({ legal_basis }) => legal_basis)?.legal_basis;
  return basis ? html`<p class="lead">${text.legalBasis}: ${basis}</p>` : null;
}
