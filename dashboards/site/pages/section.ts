import { titleOf } from "../../reading/facts/indicator_words.ts";
import type { SectionView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import type { Texts } from "../../reading/text/vi.ts";
import type { Context, Page } from "./layout.ts";
import { sectionPath, unitPath } from "./links.ts";
import { agencyName, indicatorCard, indicatorHeads, indicatorRow, statusCounts } from "./parts.ts";

/** A section of the programme: its promise, who leads it, and each of its indicators. */
export function sectionPage(view: SectionView, { site, text }: Context): Page {
  const { section, agency, indicators } = view;
  const title = titleOf(section, text);
  const headline = text.pages.section.headline(title, statusCounts(indicators, text));
  const promise = text.language === "vi" ? section.promise_vi : section.promise_en;
  const inOrder = site.sections.toSorted((a, b) => a.section.sort_order - b.section.sort_order);
  const place = inOrder.indexOf(view);
  return {
    path: sectionPath(section.section_id),
    title: `${section.section_id} ${title}`,
    description: headline,
    is_sample: indicators.some(({ is_sample }) => is_sample),
    body: html`<p class="crumbs"><a href="../index.html">${text.overview}</a> › ${section.section_id}</p>
<h1>${headline}</h1>
${promise && html`<p class="lede"><span class="quiet">${text.pages.section.promise}: </span>${promise}</p>`}
${agency && html`<p class="subtitle">${text.lead}: <a href="../${unitPath(agency.agency_id)}">${agencyName(agency, text)}</a></p>`}
<section class="cards" aria-label="${text.columns.indicator}">${indicators.map((one) => indicatorCard(one, text, "../"))}</section>
<table class="sections"><caption><span>${text.numbers}</span> <small>${text.readingGuide}</small></caption>
<thead>${indicatorHeads(text)}</thead>
<tbody>${indicators.map((one) => indicatorRow(one, text, "../"))}</tbody></table>
<nav class="neighbours" aria-label="${text.pages.sectionOf}">${neighbour(inOrder[place - 1], text.pages.section.previous, text)}${neighbour(inOrder[place + 1], text.pages.section.next, text)}</nav>`,
  };
}

function neighbour(view: SectionView | undefined, word: string, text: Texts): Html | null {
  if (!view) return null;
  return html`<a href="../${sectionPath(view.section.section_id)}"><small>${word}</small> ${view.section.section_id} ${titleOf(view.section, text)}</a>`;
}
