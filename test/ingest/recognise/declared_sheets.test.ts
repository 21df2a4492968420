import { describe, expect, test } from "vitest";
import type { Form } from "../../../ingest/form.ts";
import { loadForms } from "../../../ingest/forms.ts";
import { declaredConflicts } from "../../../ingest/inbox/declared_trial.ts";
import { loadAreas } from "../../../ingest/programme/programme.ts";
import { declaredSheets } from "../../../ingest/recognise/declared_sheets.ts";
import { catalogue } from "../../../ingest/recognise/form_catalogue.ts";
import { recognise } from "../../../ingest/recognise/recognition.ts";

const forms = await loadForms();
const areas = await loadAreas();
const known = catalogue(forms, areas);

describe("the sheets that a form declares", () => {
  test.each(forms.map((form) => [form.id, form] as const))("are of %s", (id, form) => {
    const [whole] = declaredSheets(form);
    const found = whole && recognise(whole, "", known);
    expect(found?.kind === "form" ? found.match.form.id : found).toBe(id);
  });
});

const draft: Form = {
  id: "poverty",
  title_vi: "Kết quả giảm nghèo",
  title_en: "Poverty",
  agency_id: "culture_society_division",
  expected_every: "quarter",
  grace_days: 15,
  match: { subject: ["giảm nghèo"], title_words: [], file_words: [] },
  columns: {
    area: { headers: ["Tổ dân phố"], type: "area" },
    poor: { headers: ["Số hộ nghèo"], type: "count", is_required: true },
  },
  keys: { area: { column: "area", blank: "reject" } },
  measures: { poor: { unit: "households", kind: "stock" } },
  window: "calendar",
  frequency: "quarter",
  blanks: { dash: "zero", empty: "missing" },
  totals: "ward",
};

describe("a draft beside them", () => {
  test("that speaks of something of its own catches none", () => {
    expect(declaredConflicts(draft, forms, areas)).toEqual([]);
  });

  test("that is declared like another names it", () => {
    const [population] = forms.filter(({ id }) => id === "police_population");
    const twin = { ...(population as Form), id: "our_population", title_vi: "Nhân khẩu" };
    expect(declaredConflicts(twin, forms, areas)).toEqual([
      `${population?.title_vi} (police_population)`,
    ]);
  });
});
