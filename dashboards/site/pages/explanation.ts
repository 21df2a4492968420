import type { Status } from "../../reading/contract/statuses.ts";
import { type Explanation, isExplained, isOpen } from "../../reading/facts/explanations.ts";
import { newestPeriod, shortTitle, titleOf } from "../../reading/facts/indicator_words.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatDate, formatPeriod, upperFirst } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { fileName } from "./file_name.ts";
import { mark } from "./layout.ts";
import { indicatorPath } from "./links.ts";
import { cell, keep } from "./sources.ts";

/** How many explanations stand open; the others are folded. */
const openly = 1;

/** What the lead unit was asked and says, newest period first; until it has said something, that and how to. */
export function explanationCard(view: IndicatorView, text: Texts): Html {
  const words = text.pages.explanation;
  const { explanations } = view;
  const period = newestPeriod(view, text);
  const [newest, older] = [explanations.slice(0, openly), explanations.slice(openly)];
  return html`<section class="card explanation"><h2>${words.title}</h2>
${explanations.length === 0 && html`<p>${period === null ? words.noneAtAll : words.none(period)}</p><p class="note">${words.how}</p>`}
${explanations.length > 0 && period !== null && !isExplained(view) && html`<p class="not-current">${words.notCurrent(period)}</p>`}
${newest.map((one) => entry(one, text))}
${older.length > 0 && html`<details><summary>${words.older(String(older.length))}</summary>${older.map((one) => entry(one, text))}</details>`}
</section>`;
}

/** What a unit was asked and has not answered, what is due first at the top. */
export function openRequests(indicators: readonly IndicatorView[], text: Texts): Html {
  const words = text.pages.explanation;
  const rows = indicators
    .flatMap((view) => view.explanations.filter(isOpen).map((one) => ({ view, one })))
    .toSorted((a, b) => (dueOf(a.one) < dueOf(b.one) ? -1 : 1));
  if (rows.length === 0)
    return html`<section class="card"><h2>${words.openTitle}</h2><p>${words.noneOpen}</p></section>`;
  return html`<section class="card"><h2>${words.openTitle}</h2>
<table class="rows"><thead><tr><th scope="col">${text.columns.indicator}</th><th scope="col">${text.table.period}</th><th scope="col">${words.request}</th><th scope="col">${words.requestedOn}</th><th scope="col">${words.due}</th></tr></thead>
<tbody>${rows.map(({ view, one }) => openRow(view, one, text))}</tbody></table></section>`;
}

function dueOf({ reply_due_date }: Explanation): string {
  return reply_due_date ?? "9999";
}

function openRow(view: IndicatorView, one: Explanation, text: Texts): Html {
  const words = text.pages.explanation;
  const due = one.reply_due_date ? formatDate(one.reply_due_date, text.language) : words.noDue;
  return html`<tr><th scope="row"><a href="../${indicatorPath(view.indicator.indicator_id)}">${shortTitle(view, text)}</a></th>${cell(text.table.period, keep(spokenOf(one, text)))}${cell(words.request, html`<span class="said" lang="vi">${one.request}</span> ${sourceLine(one, text)}`)}${cell(words.requestedOn, one.requested_at && formatDate(one.requested_at, text.language))}${cell(words.due, html`${due} ${one.state === "overdue" && stateMark(one, text)}`)}</tr>`;
}

function entry(one: Explanation, text: Texts): Html {
  const words = text.pages.explanation;
  const written = (date: string | null) => date && words.on(formatDate(date, text.language));
  const due = one.reply_due_date && words.by(formatDate(one.reply_due_date, text.language));
  return html`<article><h3>${upperFirst(spokenOf(one, text))} ${stateMark(one, text)}</h3>
<dl>${one.request !== null && said(words.request, [written(one.requested_at), due], one.request)}${one.reply !== null && said(words.reply, [written(one.replied_at), isOpen(one) && words.tooEarly], one.reply)}</dl>
${sourceLine(one, text)}</article>`;
}

function said(title: string, days: readonly (string | false | null)[], content: string): Html {
  const known = days.filter((day) => day !== null && day !== false).join(", ");
  return html`<div><dt>${title} <small>${known}</small></dt><dd class="said" lang="vi">${content}</dd></div>`;
}

/** tháng 10/2026 · Tổ dân phố 5 */
function spokenOf({ frequency, period_end, neighbourhood }: Explanation, text: Texts): string {
  const period = formatPeriod(frequency, period_end, text.language);
  if (!neighbourhood) return period;
  const { name, name_en } = neighbourhood;
  return `${period} · ${titleOf({ title_vi: name, title_en: name_en ?? name }, text)}`;
}

const marks: Partial<Record<string, Status>> = {
  answered: "achieved",
  unanswered: "at_risk",
  overdue: "off_track",
};

function stateMark({ state }: Explanation, text: Texts): Html | null {
  const status = marks[state];
  if (!status) return null;
  const word = text.pages.explanation.states[state] ?? state;
  return html`<span class="status ${status}">${mark(status)}${word}</span>`;
}

/** The file, sheet and cell of what is asked and of what is said. */
function sourceLine(one: Explanation, text: Texts): Html {
  const places = [
    [one.request_file_name, one.request_sheet, one.request_cell],
    [one.reply_file_name, one.reply_sheet, one.reply_cell],
  ] as const;
  const known = places.flatMap(([file, sheet, at]) =>
    file === null ? [] : html`${fileName(file)} · ${sheet}!${at}`,
  );
  return html`<small class="source">${text.pages.explanation.source}: ${known.map((place, index) => html`${index > 0 && "; "}${place}`)}</small>`;
}
