import { describe, expect, test } from "vitest";
import { answeredValue } from "../../../ingest/file/answered_value.ts";
import { loadForms } from "../../../ingest/forms.ts";
import type { Question } from "../../../ingest/problems/question.ts";
import { loadAreas } from "../../../ingest/programme/programme.ts";
import { catalogue } from "../../../ingest/recognise/form_catalogue.ts";

const known = catalogue(await loadForms(), await loadAreas());

const answered = (text: string, question: Partial<Question>) =>
  answeredValue(
    text,
    {
      kind: "column",
      form: null,
      column: null,
      text: "",
      samples: [],
      candidates: [],
      ...question,
    },
    known,
  );

describe("an answer", () => {
  test.each([
    ["10/2026", "10/2026"],
    ["Quý III/2026", "Quý III/2026"],
    ["không cần", "not_needed"],
    ["tháng 10", null],
    ["tháng mười ba", null],
  ])("of a period: %s", (text, id) => expect(answered(text, { kind: "period" })).toBe(id));

  test.each([
    ["1.857", null],
    ["1857", "1857"],
    ["12,5", "12.5"],
    ["khoảng 12", null],
  ])("of a value: %s", (text, id) => expect(answered(text, { kind: "value" })).toBe(id));

  test("of a form is its id or title", () => {
    expect(answered("police_crime", { kind: "form" })).toBe("police_crime");
    const title = "tình hình tội phạm và vi phạm pháp luật";
    expect(answered(title, { kind: "form" })).toBe("police_crime");
    expect(answered("biểu lạ", { kind: "form" })).toBeNull();
    expect(answered("của phường, xã khác", { kind: "form" })).toBe("another_ward");
  });

  test("of a column is a column of the form", () => {
    expect(answered("Số vụ khám phá", { form: "police_crime" })).toBe("cleared");
    expect(answered("Số vụ khám phá", { form: "police_drugs" })).toBeNull();
  });

  test("of an area is one that the ward has", () => {
    expect(answered("TDP 12", { kind: "area" })).toBe("le_chan_tdp_12");
    expect(answered("Phường Ở Đâu Đó", { kind: "area" })).toBeNull();
    expect(answered("của phường, xã khác", { kind: "area" })).toBe("another_ward");
  });

  test("of two candidates called alike names its id", () => {
    const candidates = [
      { id: "a", vi: "Số khẩu", en: "a" },
      { id: "b", vi: "Số khẩu", en: "b" },
    ];
    expect(answered("Số khẩu (b)", { kind: "category", candidates })).toBe("b");
    expect(answered("Số khẩu", { kind: "category", candidates })).toBeNull();
  });
});
