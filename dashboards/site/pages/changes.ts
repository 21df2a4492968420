import type { MartRow } from "../../reading/contract/marts.ts";
import type { Status } from "../../reading/contract/statuses.ts";
import { difference as differenceOf, shortTitle } from "../../reading/facts/indicator_words.ts";
import { hasChanged, type Since, sinceLast } from "../../reading/facts/since.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatDate, formatLabel, formatPeriod, lowerFirst } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { standingMark, statusMark } from "./layout.ts";
import { indicatorPath } from "./links.ts";
import { inDecimals } from "./parts.ts";

/** What changed since the last report as words: since when, and a sentence for each kind of change. */
interface ChangesWords {
  since: string;
  statuses: string | null;
  others: string[];
}

/** The changes since the last report, or the end of the quarter before; each indicator in a fold. */
export function changesSection(views: readonly IndicatorView[], text: Texts): Html | null {
  const changes = sinceLast(views).filter(hasChanged);
  const words = changesWords(views, text);
  if (!words) return null;
  return html`<section class="changes"><h2 class="quiet">${words.since}</h2>
${sentences(words)}${
  changes.length > 0 &&
  html`
<details><summary>${text.since.table(String(changes.length))}</summary>${changesTable(changes, text)}</details>`
}</section>`;
}

/** The same without the fold, for a sheet of paper. */
export function changesSentence(views: readonly IndicatorView[], text: Texts): Html | null {
  const words = changesWords(views, text);
  return (
    words &&
    html`<section class="changes"><h2 class="quiet">${words.since}</h2>
${sentences(words)}</section>`
  );
}

/** The same as words; null before anything is known. */
export function changesWords(views: readonly IndicatorView[], text: Texts): ChangesWords | null {
  const changes = sinceLast(views);
  const [first] = changes;
  if (!first || changes.every(({ before, after }) => !before && !after)) return null;
  const isReport = first.change.since_kind === "report";
  return {
    since: sinceWhen(first.change, text),
    statuses: isReport ? statusWords(changes, text) : null,
    others: [
      newsWords(changes, text),
      ...(isReport ? [] : crossingWords(changes, text)),
      revisedWords(changes, text),
    ].filter((words) => words !== null),
  };
}

function sentences({ since, statuses, others }: ChangesWords): Html {
  return html`<p><b>${since}:</b> ${statuses && html`<strong>${statuses}</strong> `}${others.join(" ")}</p>`;
}

function sinceWhen(change: MartRow<"changes">, text: Texts): string {
  const { since, language } = text;
  const { report_period, report_number, report_date, report_known_by } = change;
  if (report_period === null || report_known_by === null)
    return since.quarterEnd(formatPeriod("quarter", change.since_date, language));
  const marks = [
    report_number === null ? since.noNumber : since.number(report_number),
    report_date === null
      ? since.figuresTo(formatDate(report_known_by, language))
      : since.dated(formatDate(report_date, language)),
  ];
  return since.report(formatLabel(report_period, language), marks.join(", "));
}

function statusWords(changes: Since[], text: Texts): string {
  const turned = changes.filter(({ change }) => change.is_status_changed);
  if (turned.length === 0) return text.since.noStatus;
  const list = turned.map(({ view, change }) => {
    const [before, after] = [change.status_before, change.status_after].map((status) =>
      lowerFirst(text.status[status as Status]),
    ) as [string, string];
    return text.since.from(lowerFirst(shortTitle(view, text)), before, after);
  });
  return text.since.statuses(String(turned.length), list.join("; "));
}

function newsWords(changes: Since[], { since }: Texts): string {
  const news = changes.filter(({ change }) => change.is_new);
  if (news.length === 0) return since.noNews;
  const turns = (["better", "worse", "same"] as const).map(
    (turn) => [since[turn], news.filter((one) => one.turn === turn).length] as const,
  );
  const firsts = [since.first, news.filter(({ turn }) => turn === null).length] as const;
  const counted = [...turns, firsts].filter(([, n]) => n > 0);
  return since.news(String(news.length), counted.map(([write, n]) => write(String(n))).join(", "));
}

function crossingWords(changes: Since[], text: Texts): string[] {
  const { since } = text;
  const fell = named(changes, ({ crossing }) => crossing === "fell_behind", text);
  const caught = named(changes, ({ crossing }) => crossing === "caught_up", text);
  return [fell && since.fellBehind(fell), caught && since.caughtUp(caught)].filter(
    (words) => words !== null,
  );
}

/** Null in the public edition, which does not know. */
function revisedWords(changes: Since[], text: Texts): string | null {
  if (changes.every(({ change }) => change.n_revised === null)) return null;
  const revised = changes.filter(({ change }) => change.n_revised);
  const names = named(revised, () => true, text);
  return names ? text.since.revised(String(revised.length), names) : text.since.noRevised;
}

function named(changes: Since[], isMeant: (change: Since) => boolean, text: Texts): string | null {
  const names = changes.filter(isMeant).map(({ view }) => lowerFirst(shortTitle(view, text)));
  return names.length > 0 ? names.join("; ") : null;
}

function changesTable(changes: Since[], text: Texts): Html {
  const { columns } = text.since;
  return html`<table class="rows card">
<thead><tr><th scope="col">${text.columns.indicator}</th><th scope="col" class="number">${columns.before}</th><th scope="col" class="number">${columns.after}</th><th scope="col" class="number">${columns.difference}</th><th scope="col">${columns.status}</th></tr></thead>
<tbody>${changes.map((one) => changeRow(one, text))}</tbody></table>`;
}

function changeRow({ view, change, before, after, difference }: Since, text: Texts): Html {
  const { columns, revisedNote } = text.since;
  const figure = (dated: Since["before"]) =>
    dated
      ? html`<b>${inDecimals(dated.value, view, text)}</b> <small>${formatPeriod(view.frequency, dated.period_end, text.language)}</small>`
      : text.none;
  return html`<tr><th scope="row"><a href="${indicatorPath(view.indicator.indicator_id)}">${shortTitle(view, text)}</a>${change.n_revised ? html` <small>${revisedNote(String(change.n_revised))}</small>` : null}</th>
<td class="number" data-label="${columns.before}"><span>${figure(before)}</span></td>
<td class="number" data-label="${columns.after}"><span>${figure(after)}</span></td>
<td class="number" data-label="${columns.difference}"><span>${signed(difference, view, text)}</span></td>
<td data-label="${columns.status}"><span>${statusCell(view, change, text)}</span></td></tr>`;
}

function signed(difference: number | null, view: IndicatorView, text: Texts): string {
  if (difference === null) return text.none;
  const sign = difference === 0 ? "" : difference > 0 ? "+" : "−";
  return `${sign}${differenceOf(difference, view.indicator, text)}`;
}

function statusCell(view: IndicatorView, change: MartRow<"changes">, text: Texts): Html {
  const { is_status_changed, status_before, status_after } = change;
  const now =
    status_after === view.status
      ? standingMark(view, text)
      : statusMark(status_after as Status, text);
  return is_status_changed ? html`${statusMark(status_before as Status, text)} → ${now}` : now;
}
