import { axisStart } from "../../reading/charts/trend_frame.ts";
import { quantity, titleOf, unitName } from "../../reading/facts/indicator_words.ts";
import { sentence } from "../../reading/facts/standing_words.ts";
import type { IndicatorView, SectionView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatDate, upperFirst } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { accuracyCard, publishedCard } from "./accuracy.ts";
import { downloads } from "./chart_card.ts";
import { chartsOf, type IndicatorChart, measured } from "./charts.ts";
import { methodCard, officeCard, qualityCard, revisionsCard, sourcesCard } from "./evidence.ts";
import { explanationCard } from "./explanation.ts";
import type { Context, Page } from "./layout.ts";
import { indicatorPath, sectionPath } from "./links.ts";
import { neighbourhoodSection } from "./neighbourhoods.ts";
import { numbersTable } from "./numbers.ts";
import { panel } from "./panel.ts";
import { pipelineCard } from "./pipeline.ts";
import { seasonSection } from "./season.ts";
import { breaksCard, lensesCard, signalsCard } from "./series.ts";
import { formTitle } from "./sources.ts";
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
<div class="stack">${trend ? trendCard(view, trend, text) : noChart(view, context)}${whatIfCard(view, text)}</div>
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

/** In place of a chart: why there is none, and which forms of the unit would bring the figures. */
function noChart(view: IndicatorView, { site, text }: Context): Html {
  const own = site.sources.filter(({ agency_id }) => agency_id === view.indicator.agency_id);
  const isMissing = view.hidden.length === 0 && own.length > 0;
  const forms = own.map((source) => {
    const due = source.next_due_date && text.due(formatDate(source.next_due_date, text.language));
    return html`<li>${formTitle(source, text)}${due && ` · ${due}`}</li>`;
  });
  return html`<figure class="card chart"><p class="empty">${view.hidden.length > 0 ? text.edition.noChart : text.chart.noChart}</p>${isMissing && html`<p>${text.formsOfUnit}</p><ul>${forms}</ul>`}</figure>`;
}

function trendCard(view: IndicatorView, chart: IndicatorChart, text: Texts): Html {
  const start = axisStart(view);
  return html`<figure class="card chart">
<p class="unit">${upperFirst(unitName(view.indicator, text))}</p>
<div class="wide">${chart.wide}</div>
<div class="narrow">${chart.narrow}</div>
<figcaption>${bandWords(view, text)} ${start !== null && text.chart.from(quantity(start, { ...view.indicator, decimals: Number.isInteger(start) ? 0 : view.indicator.decimals }, text))} <a href="#numbers">${text.numbers}</a>
${downloads(view, chart, text)}</figcaption>
</figure>`;
}

/** Why some figures read "hidden", where there are such. */
function hiddenNote(view: IndicatorView, text: Texts): Html | null {
  const areas = [...view.neighbourhoods, ...view.hiddenNeighbourhoods];
  const isHidden = view.hidden.length > 0 || areas.some(({ hidden }) => hidden.length > 0);
  return isHidden ? html`<p class="card note">${text.edition.hiddenNote}</p>` : null;
}

/** Which bands the chart has; the sum of a year has but one. */
function bandWords({ projections }: IndicatorView, text: Texts): string | null {
  const last = projections.at(-1);
  if (!last || last.lower_80 === null) return null;
  return last.lower_95 === null ? text.chart.band80 : text.chart.bands;
}
