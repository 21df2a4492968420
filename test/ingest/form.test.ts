import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defineForm } from "../../ingest/form.ts";
import { loadForms } from "../../ingest/forms.ts";

const ingest = join(import.meta.dirname, "../..", "ingest");
const forms = await loadForms();

const valid = {
  id: "example",
  title_vi: "Ví dụ",
  title_en: "Example",
  agency_id: "statistics",
  expected_every: null,
  grace_days: 0,
  match: { title_words: [], file_words: [] },
  columns: {
    area: { headers: ["Tổ dân phố"], type: "area" },
    cases: { headers: ["Số vụ"], type: "number" },
  },
  keys: {},
  window: "calendar",
  frequency: "month",
  blanks: { dash: "zero", empty: "zero" },
  totals: "ward",
} as const;

test("a wrong name anywhere in a declaration does not compile", () => {
  const measures = { cases: { unit: "cases", kind: "flow" } } as const;
  expect(defineForm({ ...valid, measures }).measures).toEqual(measures);
  // @ts-expect-error a measure is the name of a column
  defineForm({ ...valid, measures: { case: { unit: "cases", kind: "flow" } } });
  defineForm({
    ...valid,
    measures,
    // @ts-expect-error a check speaks of measures
    checks: [{ rule: "at_most", measure: "cases", limit: "area" }],
  });
  // @ts-expect-error a key is the name of a column
  defineForm({ ...valid, measures, keys: { area: { column: "are", blank: "ward" } } });
  // @ts-expect-error an edition changes measures that are there
  defineForm({ ...valid, measures, editions: { old: { measures: { crimes: { scale: 1 } } } } });
  // @ts-expect-error units come from a closed list
  defineForm({ ...valid, measures: { cases: { unit: "case", kind: "flow" } } });
});

test("the fourteen forms are found by listing their folder", () => {
  expect(forms.map(({ id }) => id)).toEqual([
    "health_insurance_d03",
    "health_insurance_members",
    "health_insurance_summary",
    "housing_applications",
    "housing_clearance",
    "housing_projects",
    "police_callup",
    "police_crime",
    "police_drugs",
    "police_population",
    "programme_tracking",
    "reference_series",
    "social_insurance_members",
    "social_insurance_summary",
  ]);
});

test("reading code never asks which form it reads", () => {
  const files = globSync("**/*.ts", { cwd: ingest, exclude: ["forms/*.ts"] });
  const named = files.filter((file) => {
    const code = readFileSync(join(ingest, file), "utf8");
    return forms.some(({ id }) => new RegExp(`["'\`]${id}["'\`]`).test(code));
  });
  expect(files.length).toBeGreaterThan(20);
  expect(named).toEqual([]);
});

test("every header of a form is told apart from the others of its form", () => {
  for (const form of forms) {
    const headers = Object.values(form.columns).flatMap((column) => column.headers);
    const repeated = headers.filter((header, index) => headers.indexOf(header) !== index);
    expect({ form: form.id, repeated }).toEqual({ form: form.id, repeated: [] });
  }
});

test("the words of a remark are read as such and its dates as dates", () => {
  const remarks = forms.flatMap(({ columns, remarks = {} }) =>
    Object.values(remarks).map(({ content, written, due }) => ({
      content: columns[content]?.type,
      dates: [written, due].flatMap((id) => (id ? columns[id]?.type : [])),
    })),
  );
  expect(remarks.length).toBeGreaterThan(0);
  for (const { content, dates } of remarks) {
    expect(content).toBe("remark");
    expect(new Set([...dates, "date"])).toEqual(new Set(["date"]));
  }
});

test("personal columns of a list never become fields as they are", () => {
  for (const { columns, records } of forms) {
    const plain = Object.values(records?.fields ?? {}).flatMap((field) =>
      "as" in field || "above" in field ? [] : field.from,
    );
    expect(plain.filter((id) => columns[id]?.is_personal)).toEqual([]);
  }
});
