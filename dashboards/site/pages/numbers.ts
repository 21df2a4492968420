import type { MartRow } from "../../reading/contract/marts.ts";
import type { HiddenCell } from "../../reading/editions/hidden_cell.ts";
import type { Observation } from "../../reading/facts/area_series.ts";
import { partOf, yearBeforeWords } from "../../reading/facts/indicator_words.ts";
import { plannedAt } from "../../reading/facts/target_path.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import {
  periodYearBefore,
  type YearBefore,
  yearBeforeOf,
} from "../../reading/facts/year_before.ts";
import { runningYears, yearSoFarAt } from "../../reading/facts/year_so_far.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatDate, formatNumber, formatPeriod, upperFirst } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { periodAnchor } from "./links.ts";

/** The numbers behind the chart: what was observed, newest first, then the projection by year. */
export function numbersTable(view: IndicatorView, text: Texts): Html | null {
  if (view.observations.length === 0 && view.hidden.length === 0) return null;
  return html`<details class="card numbers"><summary>${text.numbers}</summary>
${observed(view, text)}
${wholePeriods(view, text)}
${view.projections.length > 0 && projected(view, text)}
${view.comparisons.map(({ area, observations }) => compared(text.language === "vi" ? area.name : (area.name_en ?? area.name), observations, view, text))}
</details>`;
}

function observed(view: IndicatorView, text: Texts): Html {
  const { table } = text;
  const hasParts = view.observations.some(({ numerator }) => numerator !== null);
  const hasPlan = view.progress?.target_value != null;
  const hasYear = runningYears(view).length > 0;
  return html`<div class="scroll" id="numbers" tabindex="0" role="region" aria-label="${text.numbers}"><table>
<thead><tr><th scope="col">${table.period}</th><th scope="col" class="number">${table.value}</th>${hasYear && html`<th scope="col" class="number">${table.yearSoFar}</th>`}<th scope="col" class="number">${table.yearBefore}</th>${hasPlan && html`<th scope="col" class="number">${table.planned}</th>`}${hasParts && html`<th scope="col" class="number">${table.numerator}</th><th scope="col" class="number">${table.denominator}</th>`}<th scope="col">${table.note}</th></tr></thead>
<tbody>${periods(view).map((row) => {
    if (!("value" in row)) return hiddenRow(row, view, hasParts, text);
    const soFar = hasYear && valueCell(yearSoFarAt(view, row.period_end), view, text);
    const plan = plannedAt(view, row.period_end);
    return html`<tr id="${periodAnchor(row.period_end)}"><th scope="row">${upperFirst(formatPeriod(row.frequency, row.period_end, text.language))}</th>${valueCell(row.value, view, text)}${soFar}${changeCell(yearBeforeOf(view, row.period_end), view, text)}${hasPlan && valueCell(plan, view, text)}${hasParts && [countCell(row.numerator, text), countCell(row.denominator, text)]}<td>${notes(row, text)}</td></tr>`;
  })}</tbody></table></div>`;
}

/** Shown and hidden periods, newest first. */
function periods({ observations, hidden }: IndicatorView): (Observation | HiddenCell)[] {
  return [...observations, ...hidden].toSorted((a, b) => (a.period_end > b.period_end ? -1 : 1));
}

function hiddenRow(row: HiddenCell, view: IndicatorView, hasParts: boolean, text: Texts): Html {
  const mark = html`<td class="number">${text.edition.hidden}</td>`;
  const plan =
    view.progress?.target_value != null && valueCell(plannedAt(view, row.period_end), view, text);
  return html`<tr id="${periodAnchor(row.period_end)}"><th scope="row">${upperFirst(formatPeriod(row.frequency, row.period_end, text.language))}</th>${mark}<td class="number">${text.none}</td>${plan}${hasParts && [mark, mark]}<td></td></tr>`;
}

/** Longer periods than those of the series, of what adds up; a stock's would be its last figure again. */
function wholePeriods(view: IndicatorView, text: Texts): Html | null {
  const rows = view.periodValues.filter(
    ({ method, frequency, series_frequency }) =>
      method !== "last" && frequency !== series_frequency,
  );
  if (rows.length === 0) return null;
  const { table } = text;
  const hasParts = rows.some(({ numerator }) => numerator !== null);
  return html`<h3>${text.periodTable}</h3><div class="scroll" tabindex="0" role="region" aria-label="${text.periodTable}"><table>
<thead><tr><th scope="col">${table.period}</th><th scope="col" class="number">${table.value}</th><th scope="col" class="number">${table.yearBefore}</th>${hasParts && html`<th scope="col" class="number">${table.numerator}</th><th scope="col" class="number">${table.denominator}</th>`}<th scope="col">${table.note}</th></tr></thead>
<tbody>${rows.toReversed().map((row) => html`<tr><th scope="row">${upperFirst(formatPeriod(row.frequency, row.period_end, text.language))}</th>${valueCell(row.value, view, text)}${changeCell(periodYearBefore(row, view.indicator), view, text)}${hasParts && [countCell(row.numerator, text), countCell(row.denominator, text)]}<td>${periodNotes(row, text)}</td></tr>`)}</tbody></table></div>`;
}

function periodNotes(row: MartRow<"periodValues">, text: Texts): string {
  return [partOf(row, text), row.is_estimated ? text.estimated : null]
    .filter((note) => note !== null)
    .join(", ");
}

function projected(view: IndicatorView, text: Texts): Html {
  const yearEnds = Map.groupBy(view.projections, ({ period_end }) => period_end.slice(0, 4));
  const rows = [...yearEnds.values()].flatMap((group) => group.at(-1) ?? []);
  return html`<h3>${text.projectionTable}</h3><div class="scroll" tabindex="0" role="region" aria-label="${text.projectionTable}"><table>
<thead><tr><th scope="col">${text.table.period}</th><th scope="col" class="number">${text.table.value}</th><th scope="col" class="number">${text.interval(80)}</th><th scope="col" class="number">${text.interval(95)}</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${formatDate(row.period_end, text.language)}</th>${valueCell(row.value, view, text)}${range(row.lower_80, row.upper_80, view, text)}${range(row.lower_95, row.upper_95, view, text)}</tr>`)}</tbody></table></div>`;
}

function compared(name: string, rows: Observation[], view: IndicatorView, text: Texts): Html {
  return html`<h3>${text.comparisonTable}: ${name}</h3><div class="scroll" tabindex="0" role="region" aria-label="${name}"><table>
<thead><tr><th scope="col">${text.table.period}</th><th scope="col" class="number">${text.table.value}</th></tr></thead>
<tbody>${rows.toReversed().map((row) => html`<tr><th scope="row">${upperFirst(formatPeriod(row.frequency, row.period_end, text.language))}</th>${valueCell(row.value, view, text)}</tr>`)}</tbody></table></div>`;
}

function valueCell(value: number | null, view: IndicatorView, text: Texts): Html {
  return html`<td class="number">${written(value, view, text)}</td>`;
}

function range(low: number | null, high: number | null, view: IndicatorView, text: Texts): Html {
  const words =
    low === null || high === null
      ? text.none
      : `${written(low, view, text)} – ${written(high, view, text)}`;
  return html`<td class="number">${words}</td>`;
}

function changeCell(compared: YearBefore | null, view: IndicatorView, text: Texts): Html {
  return html`<td class="number">${compared ? yearBeforeWords(compared, view.indicator, text) : text.none}</td>`;
}

function countCell(value: number | null, text: Texts): Html {
  const decimals = value !== null && !Number.isInteger(value) ? 1 : 0;
  return html`<td class="number">${value === null ? text.none : formatNumber(value, decimals, text.language)}</td>`;
}

function written(value: number | null, view: IndicatorView, text: Texts): string {
  return value === null ? text.none : formatNumber(value, view.indicator.decimals, text.language);
}

function notes(row: Observation, text: Texts): string {
  return [
    row.is_estimated ? text.estimated : "",
    row.assumed_share > 0
      ? text.assumed(formatNumber(100 * row.assumed_share, 0, text.language))
      : "",
    row.maturity === "preliminary" ? text.preliminary : "",
  ]
    .filter((note) => note !== "")
    .join(", ");
}
