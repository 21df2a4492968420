import type { MartRow } from "../../reading/contract/marts.ts";
import type { Site } from "../../reading/facts/site.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { count } from "./count.ts";
import { fileName } from "./file_name.ts";
import type { Context } from "./layout.ts";
import { cell } from "./sources.ts";

/** The place of the questions on their page. */
export const questionsAnchor = "questions";

/** How many different questions wait for an answer. */
export function openQuestionCount({ questions }: Site): number {
  return new Set(questions.map(({ question_id }) => question_id)).size;
}

/** What only a person can decide about files, each with its place; nothing while there is no question. */
export function questions({ site, text }: Context, longest: number): Html | null {
  const words = text.data.question;
  const asked = openQuestionCount(site);
  if (asked === 0) return null;
  const rows = site.questions.slice(0, longest);
  const others = site.questions.length - rows.length;
  return html`<section class="card" id="${questionsAnchor}"><h2>${words.title(count(asked, text))}</h2>
<table class="rows"><thead><tr><th scope="col">${words.place}</th><th scope="col">${words.what}</th><th scope="col">${words.samples}</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${fileName(row.file_name)} <span class="cell">${placeText(row)}</span></th>${cell(words.what, text.language === "vi" ? row.question_vi : `${row.question_en} “${row.text}”`)}${cell(words.samples, row.samples || null)}</tr>`)}</tbody></table>
${others > 0 && html`<p class="note">${text.data.more(count(others, text))}</p>`}<p class="note">${words.how}</p></section>`;
}

function placeText({ sheet, cell: address }: MartRow<"questions">): string {
  return [sheet, address].filter((part) => part !== null).join("!");
}
