import type { MartRow } from "../../reading/contract/marts.ts";
import { quantity } from "../../reading/facts/indicator_words.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatDate, formatPeriod } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { cell } from "./sources.ts";

/** The projects that the projection is made of: what is left of each, when it is planned and expected. */
export function pipelineCard(view: IndicatorView, text: Texts): Html | null {
  const { pipeline } = view;
  if (pipeline.length === 0) return null;
  const words = text.pages.pipeline;
  const left = pipeline.reduce((sum, { units_left }) => sum + units_left, 0);
  const listed = formatDate(pipeline[0]?.list_date ?? "", text.language);
  const columns = [words.stage, words.total, words.left, words.planned, words.expected];
  return html`<section class="card"><h2>${words.title}</h2>
<p>${words.intro(quantity(left, view.indicator, text), listed)}</p>
<table class="rows"><thead><tr><th scope="col">${words.project}</th>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${pipeline.toSorted(byPlannedDay).map((row) => projectRow(row, view, text))}</tbody></table>
<p class="note">${words.how}</p></section>`;
}

/** The next first, those without a day after them, those that are done last. */
function byPlannedDay(a: MartRow<"pipeline">, b: MartRow<"pipeline">): number {
  const rank = (row: MartRow<"pipeline">) =>
    row.units_left === 0 ? "done" : (row.planned_date ?? "a day unknown");
  return rank(a) < rank(b) ? -1 : 1;
}

function projectRow(row: MartRow<"pipeline">, view: IndicatorView, text: Texts): Html {
  const words = text.pages.pipeline;
  const date = (day: string | null) => day && formatDate(day, text.language);
  const isDone = row.units_left === 0;
  const stage = text.language === "vi" ? row.stage_vi : row.stage_en;
  const expected = isDone ? words.done(date(row.delivered_date) ?? "") : expectedWords(row, text);
  return html`<tr><th scope="row">${row.project_name}</th>${cell(words.stage, stage)}${cell(words.total, quantity(row.total_units, view.indicator, text))}${cell(words.left, quantity(row.units_left, view.indicator, text))}${cell(words.planned, isDone ? text.none : (date(row.planned_date) ?? words.noDate))}${cell(words.expected, expected)}</tr>`;
}

/** khoảng quý III/2028 (quý II/2027 – quý IV/2029) */
function expectedWords(row: MartRow<"pipeline">, text: Texts): string {
  const words = text.pages.pipeline;
  const quarter = (day: string) => formatPeriod("quarter", day, text.language);
  if (row.expected_date === null || row.expected_from === null) return words.never;
  const latest = row.expected_to === null ? words.never : quarter(row.expected_to);
  return words.around(quarter(row.expected_date), quarter(row.expected_from), latest);
}
