import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadForms } from "../../ingest/forms.ts";
import { NO_LESSONS } from "../../ingest/lessons.ts";
import { readTitle } from "../../ingest/recognise/title.ts";
import { corpusFolder, corpusTools } from "./corpus.ts";

interface TitleCase {
  id: string;
  lines: string[];
  file_name: string;
  form: string;
  /** Null where the wording leaves it open; `ask` where a reader must ask. */
  period_start: string | null;
  period_end: string;
}

const cases: TitleCase[] = JSON.parse(readFileSync(join(corpusFolder, "titles.json"), "utf8"));
const forms = await loadForms();

test.each(cases)("$id $lines $file_name", (each) => {
  const form = forms.find(({ id }) => id === each.form);
  if (!form) throw new Error(`no such form: ${each.form}`);
  const about = { form, areas: corpusTools.catalogue.areas };
  const facts = { file_name: each.file_name, received_on: "2026-12-01", lessons: NO_LESSONS };
  const { period } = readTitle(each.lines, [], "Sheet1", about, facts);
  if (!period.ok) return expect(period.rule).toMatch(/period/);
  expect(period.value.end).toBe(each.period_end);
  const isStock = form.window === "at_date";
  if (each.period_start !== null && !isStock) expect(period.value.start).toBe(each.period_start);
});

test("nearly all wordings say their period without a question", () => {
  const sure = cases.filter(({ period_end }) => period_end !== "ask");
  const read = sure.filter(({ form: id, lines, file_name }) => {
    const form = forms.find((each) => each.id === id);
    const facts = { file_name, received_on: "2026-12-01", lessons: NO_LESSONS };
    const about = form && { form, areas: corpusTools.catalogue.areas };
    return about && readTitle(lines, [], "Sheet1", about, facts).period.ok;
  });
  expect(read.length / sure.length).toBeGreaterThan(0.9);
});
