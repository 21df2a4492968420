import type { MartRow } from "../../reading/contract/marts.ts";
import { titleOf } from "../../reading/facts/indicator_words.ts";
import type { Site } from "../../reading/facts/site.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { upperFirst } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { count } from "./count.ts";
import { fileName } from "./file_name.ts";
import type { Context, Page } from "./layout.ts";
import { encodings, linkage, officeAndRule } from "./quality.ts";
import { openQuestionCount, questions, questionsAnchor } from "./questions.ts";
import { cell, dated, formTitle, keep, sourcesTable } from "./sources.ts";

/** How many rows each list shows before it says how many more of the kind there are. */
const longest = 200;

/** What was read, what was not believed and why, and what has not come. */
export function dataPage(context: Context): Page {
  const { site, text } = context;
  const { data } = text;
  const title = data.headline(
    count(site.files.filter(({ status }) => status !== "ignored").length, text),
    count(site.files.filter(({ status }) => status === "refused").length, text),
    count(site.rejects.filter(({ severity }) => severity === "error").length, text),
    count(site.sources.filter(({ is_late }) => is_late).length, text),
  );
  return {
    path: "data.html",
    title: data.title,
    description: title,
    is_sample: site.files.some(({ is_sample }) => is_sample),
    body: html`<h1>${title}</h1>
<p class="subtitle">${data.subtitle}</p>
<p class="account">${account(site.files, text)}</p>
${sources(context)}
${questions(context, longest)}
${officeAndRule(context)}
${rejects(context)}
${quality(context)}
${encodings(context)}
${linkage(context)}
${files(context)}`,
  };
}

function account(rows: MartRow<"files">[], text: Texts): string {
  const sum = (name: "rows_read" | "rows_landed" | "rows_rejected" | "rows_ignored") =>
    count(
      rows.reduce((total, row) => total + row[name], 0),
      text,
    );
  return text.data.account(
    sum("rows_read"),
    sum("rows_landed"),
    sum("rows_rejected"),
    sum("rows_ignored"),
  );
}

function sources({ site, text }: Context): Html {
  const lateFirst = site.sources.toSorted((a, b) => Number(b.is_late) - Number(a.is_late));
  const asked = openQuestionCount(site);
  return html`<section class="card"><h2>${text.data.allSources}</h2>
${sourcesTable(lateFirst, site, text)}
${asked > 0 && html`<p><a href="#${questionsAnchor}">${text.data.question.link(count(asked, text))}</a></p>`}</section>`;
}

function rejects({ site, text }: Context): Html {
  const errors = site.rejects.filter(({ severity }) => severity === "error");
  const warnings = site.rejects.filter(({ severity }) => severity !== "error");
  return html`<section class="card"><h2>${text.data.rejects}</h2>
${errors.length > 0 ? rejectTable(errors, "npm run rejects", text) : html`<p>${text.data.noRejects}</p>`}</section>
${warnings.length > 0 && html`<section class="card"><h2>${text.data.doubts}</h2>${rejectTable(warnings, "npm run rejects -- --warnings", text)}</section>`}`;
}

/** Cells of a sheet that fail one rule stand in one row: a list of 400 says less than its sum. */
function rejectTable(rows: MartRow<"rejects">[], command: string, text: Texts): Html {
  const { reject } = text.data;
  const groups = [
    ...Map.groupBy(rows, ({ file_name, sheet, rule, expected }) =>
      JSON.stringify([file_name, sheet, rule, expected]),
    ).values(),
  ];
  return html`<table class="rows"><thead><tr><th scope="col">${reject.place}</th><th scope="col">${reject.expected}</th><th scope="col">${reject.found}</th><th scope="col">${reject.todo}</th></tr></thead>
<tbody>${groups.slice(0, longest).map((group) => rejectRow(group, text))}</tbody></table>
${more(groups.length, text)}<p class="note">${text.data.fullList(command)}</p>`;
}

function rejectRow(group: MartRow<"rejects">[], text: Texts): Html {
  const { reject } = text.data;
  const first = group[0] as MartRow<"rejects">;
  const others = group.length - 1;
  const message = withoutPlace(text.language === "vi" ? first.message_vi : first.message_en, first);
  const found = [...new Set(group.map((row) => row.found ?? "–"))];
  return html`<tr><th scope="row">${fileName(first.file_name)} <span class="cell">${place(first)}</span> ${others > 0 && text.data.others(count(others, text))}</th>${cell(reject.expected, first.expected)}${cell(reject.found, found.slice(0, 4).join(" · "))}${cell(reject.todo, others > 0 ? text.data.correctCells(count(group.length, text)) : message)}</tr>`;
}

function quality({ site, text }: Context): Html {
  const warnings = site.quality.filter(({ severity }) => severity !== "info");
  const notes = site.quality.filter(({ severity }) => severity === "info");
  return html`<section class="card"><h2>${text.data.quality}</h2>
${warnings.length > 0 ? qualityTable(warnings, site, text) : html`<p>${text.data.noQuality}</p>`}
${notes.length > 0 && html`<details class="rest"><summary>${text.data.notes(count(notes.length, text))}</summary>${qualityTable(notes, site, text)}</details>`}</section>`;
}

function qualityTable(rows: MartRow<"quality">[], site: Site, text: Texts): Html {
  const { concern } = text.data;
  const titles = new Map(
    site.indicators.map(({ indicator }) => [indicator.indicator_id, titleOf(indicator, text)]),
  );
  return html`<table class="rows"><thead><tr><th scope="col">${concern.severity}</th><th scope="col">${concern.what}</th><th scope="col">${concern.object}</th></tr></thead>
<tbody>${rows.slice(0, longest).map((row) => html`<tr><th scope="row">${keep(text.data.severity[row.severity] ?? row.severity)}</th>${cell(concern.what, text.language === "vi" ? row.message_vi : row.message_en)}${cell(concern.object, titles.get(row.indicator_id ?? "") ?? row.file_name)}</tr>`)}</tbody></table>
${more(rows.length, text)}`;
}

function files({ site, text }: Context): Html {
  const { file } = text.data;
  const order = ["refused", "landed", "ignored"];
  const forms = new Map(site.sources.map((row) => [row.form, formTitle(row, text)]));
  const rows = site.files.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  return html`<section class="card"><h2>${text.data.files}</h2>
<table class="rows"><thead><tr><th scope="col">${file.name}</th><th scope="col">${file.form}</th><th scope="col">${file.status}</th><th scope="col">${file.received}</th><th scope="col" class="number">${file.read}</th><th scope="col" class="number">${file.landed}</th><th scope="col" class="number">${file.rejected}</th><th scope="col" class="number">${file.ignored}</th></tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${fileName(row.file_name)}</th>${cell(
        file.form,
        row.form
          ?.split(",")
          .map((form) => forms.get(form) ?? form)
          .join(", "),
      )}${cell(file.status, result(row, text))}${cell(file.received, dated(row.received_at, text))}${number(file.read, row.rows_read, text)}${number(file.landed, row.rows_landed, text)}${number(file.rejected, row.rows_rejected, text)}${number(file.ignored, row.rows_ignored, text)}</tr>`,
  )}</tbody></table></section>`;
}

function result(row: MartRow<"files">, text: Texts): Html {
  const word = text.data.fileStatus[row.status] ?? row.status;
  const message = text.language === "vi" ? row.message_vi : row.message_en;
  if (row.status === "landed") return keep(word);
  return html`<strong class="status off_track">${word}</strong> ${message}`;
}

function number(label: string, value: number, text: Texts): Html {
  return html`<td class="number" data-label="${label}"><span>${count(value, text)}</span></td>`;
}

/** The message without the form, file and cell it begins with: they have a column of their own. */
function withoutPlace(message: string, { form }: MartRow<"rejects">): string {
  const start = message.indexOf(": ");
  return form && message.startsWith(`${form} · `) && start > 0
    ? upperFirst(message.slice(start + 2))
    : message;
}

function place({ sheet, cell: address }: MartRow<"rejects">): string {
  return [sheet, address].filter((part) => part !== null).join("!");
}

function more(total: number, text: Texts): Html | null {
  return total > longest
    ? html`<p class="note">${text.data.more(count(total - longest, text))}</p>`
    : null;
}
