import { latestPeriod, quantity, titleOf } from "../../reading/facts/indicator_words.ts";
import { judgedPoint } from "../../reading/facts/shown_lines.ts";
import { type IndicatorView, latestObservation } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatDate, formatNumber, formatPeriod } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { fileName } from "./file_name.ts";

/** Notes that ask nothing of the reader fold where they are more than this. */
const fewest = 3;

/** How many rows of a long list a page shows before it says how many more there are. */
const longest = 40;

/** Definition, formula and the method of projection. */
export function methodCard(view: IndicatorView, text: Texts): Html {
  const { indicator, projections, trend } = view;
  const definition = text.language === "vi" ? indicator.definition_vi : indicator.definition_en;
  const formula = text.language === "vi" ? indicator.formula_vi : indicator.formula_en;
  const { kind, temporal_aggregation } = indicator;
  const aggregation = kind === "median_duration" ? "median" : temporal_aggregation;
  const projection = text.language === "vi" ? projections[0]?.method_vi : projections[0]?.method;
  return html`<section class="card"><h2>${text.how}</h2>
<p>${definition ?? titleOf(indicator, text)}</p>
${formula && html`<h3>${text.formula}</h3><p>${sentenceOf(formula)} ${text.aggregation[aggregation]}</p>`}
${trend && html`<h3>${text.method}</h3><p>${projection && `${text.projectionText(projection)} `}${text.trendText(`${text.trendDirection[trend.direction] ?? trend.direction} – ${methodName(trend.method, text)}`, String(trend.n_points))} ${pathWords(view, text)}</p>`}
</section>`;
}

/** The file, sheet and cells behind the latest number. */
export function sourcesCard(view: IndicatorView, text: Texts): Html {
  const value = judgedPoint(view)?.value;
  if (value === undefined || view.lineage.length === 0) {
    return html`<section class="card"><h2>${text.source.file}</h2><p>${text.noSources}</p></section>`;
  }
  const period = latestPeriod(view, text) ?? text.none;
  const grouped = Map.groupBy(view.lineage, ({ role, file_name, sheet }) =>
    JSON.stringify([role, file_name, sheet]),
  );
  const rows = [...grouped.values()]
    .map((cells) => ({
      first: cells[0] as (typeof cells)[number],
      cells: cells.map((row) => row.cells ?? ""),
    }))
    .toSorted((a, b) => roles.indexOf(a.first.role) - roles.indexOf(b.first.role));
  return html`<section class="card"><h2>${text.sourcesOf(quantity(value, view.indicator, text), period)}</h2>
<table class="rows"><thead><tr><th scope="col">${text.source.role}</th><th scope="col">${text.source.file}</th><th scope="col">${text.source.cells}</th></tr></thead>
<tbody>${rows.slice(0, longest).map(({ first, cells }) => html`<tr><th scope="row">${text.role[first.role] ?? first.role}</th><td data-label="${text.source.file}">${fileName(first.file_name)}</td><td data-label="${text.source.cells}"><span>${first.sheet && `${first.sheet}!`}${cells.slice(0, 8).join(", ")}${cells.length > 8 && ` ${text.data.more(String(cells.length - 8))}`}</span></td></tr>`)}</tbody></table>
${rows.length > longest && html`<p class="note">${text.data.more(String(rows.length - longest))}</p>`}
</section>`;
}

/** The office behind the latest number, for readers who do not get files and cells. */
export function officeCard(view: IndicatorView, text: Texts): Html | null {
  const { agency, frequency } = view;
  const observation = latestObservation(view);
  if (!agency || !observation) return null;
  const name = text.language === "vi" ? agency.name_vi : agency.name_en;
  const period = formatPeriod(frequency, observation.period_end, text.language);
  return html`<section class="card"><h2>${text.edition.source}</h2>
<p>${text.edition.sourceOf(name, period)} <a href="../data.html">${text.edition.data.title}</a></p></section>`;
}

/** Numbers that a later file replaced. */
export function revisionsCard(view: IndicatorView, text: Texts): Html | null {
  const { revisions, indicator } = view;
  if (revisions.length === 0) return null;
  const { revision } = text;
  const written = (value: number | null) =>
    value === null ? text.none : formatNumber(value, indicator.decimals + 1, text.language);
  const newest = revisions.toReversed();
  return html`<section class="card"><h2>${text.revisions}</h2>
<table class="rows"><thead><tr><th scope="col">${revision.period}</th><th scope="col" class="number">${revision.before}</th><th scope="col" class="number">${revision.after}</th><th scope="col">${revision.at}</th><th scope="col">${revision.reason}</th></tr></thead>
<tbody>${newest.slice(0, longest).map((row) => html`<tr><th scope="row">${formatPeriod(row.frequency, row.period_end, text.language)}</th><td class="number" data-label="${revision.before}"><span>${written(row.value_before)}</span></td><td class="number" data-label="${revision.after}"><span>${written(row.value_after)}</span></td><td data-label="${revision.at}"><span>${row.reported_at && formatDate(row.reported_at, text.language)}</span></td><td data-label="${revision.reason}"><span>${text.revisionReason[row.reason ?? ""] ?? row.reason}</span></td></tr>`)}</tbody></table>
${newest.length > longest && html`<p class="note">${text.data.more(String(newest.length - longest))}</p>`}
</section>`;
}

/** What a reader should know about the data, in the words of the rule that found it. */
export function qualityCard(view: IndicatorView, text: Texts): Html | null {
  if (view.quality.length === 0) return null;
  const [notes, warnings] = [true, false].map((isNote) =>
    view.quality.filter(({ severity }) => (severity === "info") === isNote),
  ) as [Concerns, Concerns];
  const folded = html`<details><summary>${text.data.notes(String(notes.length))}</summary>${concerns(notes, text)}</details>`;
  return html`<section class="card"><h2>${text.qualityNotes}</h2>
${warnings.length > 0 && concerns(warnings, text)}
${notes.length > fewest ? folded : notes.length > 0 && concerns(notes, text)}
</section>`;
}

type Concerns = IndicatorView["quality"];

function concerns(rows: Concerns, text: Texts): Html {
  const words = (row: Concerns[number]) =>
    text.language === "vi" ? row.message_vi : row.message_en;
  return html`<ul>${rows.slice(0, longest).map((row) => html`<li>${words(row)}</li>`)}</ul>
${rows.length > longest && html`<p class="note">${text.data.more(String(rows.length - longest))}</p>`}`;
}

/** A formula with its full stop. */
function sentenceOf(formula: string): string {
  return /[.!?]$/.test(formula) ? formula : `${formula}.`;
}

function pathWords({ progress }: IndicatorView, text: Texts): string | null {
  if (progress?.target_cadence === "by_date") return text.pathText;
  if (!progress?.target_due) return null;
  return text.dutyText(formatDate(progress.target_due, text.language));
}

const roles = ["value", "numerator", "denominator"];

function methodName(method: string, text: Texts): string {
  return text.methods[method] ?? method;
}
