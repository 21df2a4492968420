import type { MartRow } from "../../reading/contract/marts.ts";
import { titleOf } from "../../reading/facts/indicator_words.ts";
import type { Site } from "../../reading/facts/site.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatDate } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { agencyName } from "./parts.ts";

/** Forms with who sends them, how far they reach and whether the next is late. */
export function sourcesTable(
  rows: readonly MartRow<"sourceStatus">[],
  { agencies }: Site,
  text: Texts,
): Html {
  const { source, every } = text.data;
  const senders = new Map(agencies.map((agency) => [agency.agency_id, agency]));
  return html`<table class="rows"><thead><tr><th scope="col">${source.form}</th><th scope="col">${source.state}</th><th scope="col">${source.agency}</th><th scope="col">${source.every}</th><th scope="col">${source.period}</th><th scope="col">${source.received}</th><th scope="col">${source.due}</th></tr></thead>
<tbody>${rows.map((row) => {
    const sender = senders.get(row.agency_id ?? "");
    return html`<tr><th scope="row">${formTitle(row, text)}</th>${cell(source.state, stateOf(row, text))}${cell(source.agency, sender && agencyName(sender, text))}${cell(source.every, keep(every[row.expected_every ?? ""] ?? text.data.noEvery))}${cell(source.period, dated(row.last_period_end, text))}${cell(source.received, dated(row.last_received_at, text))}${cell(source.due, row.next_due_date && dated(row.next_due_date, text))}</tr>`;
  })}</tbody></table>`;
}

/** A form's title in the page's language, its id where it has none. */
export function formTitle(
  { form, title_vi, title_en }: MartRow<"sourceStatus">,
  text: Texts,
): string {
  return titleOf({ title_vi: title_vi ?? form, title_en: title_en ?? form }, text);
}

/** A cell that carries its column's name to phones. */
export function cell(label: string, content: Html | string | null | undefined): Html {
  return html`<td data-label="${label}"><span>${content ?? "–"}</span></td>`;
}

/** A word or two that stay on one line, so that narrow columns stay readable. */
export function keep(words: string): Html {
  return html`<span class="keep">${words}</span>`;
}

/** Whether a source is late; one that was never used is neither late nor in time. */
function stateOf({ is_late, last_received_at }: MartRow<"sourceStatus">, text: Texts): Html {
  if (is_late) return html`<strong class="status off_track">${text.data.late}</strong>`;
  return keep(last_received_at ? text.data.inTime : text.data.never);
}

/** A date, or that it never came. */
export function dated(date: string | null, text: Texts): string {
  return date ? formatDate(date, text.language) : text.data.never;
}
