import { type Html, html } from "../../reading/markup/html.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { count } from "./count.ts";
import { fileName } from "./file_name.ts";
import type { Context } from "./layout.ts";
import { agencyName } from "./parts.ts";
import { cell, formTitle } from "./sources.ts";

/** Cells that were not believed, counted by the office that sent them, the form and the rule. */
export function officeAndRule({ site, text }: Context): Html | null {
  const words = text.pages.quality;
  const errors = site.rejects.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return null;
  const forms = new Map(site.sources.map((source) => [source.form, source]));
  const agencies = new Map(site.agencies.map((agency) => [agency.agency_id, agency]));
  const groups = Map.groupBy(errors, ({ form, rule }) => JSON.stringify([form, rule]));
  const rows = [...groups.values()]
    .map((group) => {
      const source = forms.get(group[0]?.form ?? "");
      const agency = agencies.get(source?.agency_id ?? "");
      return {
        office: agency ? agencyName(agency, text) : words.unknownOffice,
        form: source ? formTitle(source, text) : (group[0]?.form ?? text.none),
        rule: group[0]?.rule ?? "",
        expected: group[0]?.expected,
        cells: group.length,
      };
    })
    .toSorted((a, b) => (a.office < b.office ? -1 : a.office > b.office ? 1 : b.cells - a.cells));
  return html`<section class="card"><h2>${words.byOffice}</h2>
<table class="rows"><thead><tr><th scope="col">${words.office}</th><th scope="col">${words.forms}</th><th scope="col">${text.data.reject.expected}</th><th scope="col">${words.rule}</th><th scope="col" class="number">${words.cells}</th></tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${row.office}</th>${cell(words.forms, row.form)}${cell(text.data.reject.expected, row.expected)}${cell(words.rule, html`<code>${row.rule}</code>`)}<td class="number" data-label="${words.cells}"><span>${count(row.cells, text)}</span></td></tr>`,
  )}</tbody></table></section>`;
}

/** How many files came in which encoding, and in how many cells of them something was doubted. */
export function encodings({ site, text }: Context): Html | null {
  const words = text.pages.quality;
  const read = site.files.filter(({ status }) => status === "landed");
  if (read.length === 0) return null;
  const groups = [...Map.groupBy(read, ({ encoding }) => encoding ?? words.workbook)];
  const rows = groups.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return html`<section class="card"><h2>${words.encodings}</h2>
<table class="rows"><thead><tr><th scope="col">${words.encoding}</th><th scope="col" class="number">${words.files}</th><th scope="col" class="number">${words.warnings}</th></tr></thead>
<tbody>${rows.map(([encoding, files]) => {
    const warnings = files.reduce((sum, file) => sum + (file.warnings ?? 0), 0);
    return html`<tr><th scope="row">${encoding}</th><td class="number" data-label="${words.files}"><span>${count(files.length, text)}</span></td><td class="number" data-label="${words.warnings}"><span>${count(warnings, text)}</span></td></tr>`;
  })}</tbody></table></section>`;
}

/** By which kinds of number the people of each list were known. Counts only, no person. */
export function linkage({ site, text }: Context): Html | null {
  const words = text.pages.linkage;
  if (site.linkage.length === 0) return null;
  return html`<section class="card"><h2>${words.title}</h2>
<table class="rows"><thead><tr><th scope="col">${words.file}</th><th scope="col">${words.by}</th><th scope="col" class="number">${words.persons}</th><th scope="col" class="number">${words.linked}</th><th scope="col" class="number">${words.elsewhere}</th></tr></thead>
<tbody>${site.linkage.map((row) => html`<tr><th scope="row">${fileName(row.file_name)}</th>${cell(words.by, words.kinds[row.identified_by] ?? row.identified_by)}${number(words.persons, row.persons, text)}${number(words.linked, row.persons_linked, text)}${number(words.elsewhere, row.persons_elsewhere, text)}</tr>`)}</tbody></table></section>`;
}

function number(label: string, value: number, text: Texts): Html {
  return html`<td class="number" data-label="${label}"><span>${count(value, text)}</span></td>`;
}
