import { describe, expect, test } from "vitest";
import { loadForms } from "../../../ingest/forms.ts";
import { maskedQuestion } from "../../../ingest/people/masked_question.ts";
import type { Question } from "../../../ingest/problems/question.ts";
import { loadAreas } from "../../../ingest/programme/programme.ts";

const forms = new Map((await loadForms()).map((form) => [form.id, form]));
const areas = await loadAreas();

const masked = (question: Partial<Question>) => {
  const whole: Question = {
    kind: "column",
    form: null,
    column: null,
    text: "Tổng số",
    samples: [],
    candidates: [],
    ...question,
  };
  return maskedQuestion(whole, forms.get(whole.form ?? ""), areas);
};

describe("samples", () => {
  test.each([
    ["of a list, in a column that nobody knows", "health_insurance_members", null],
    ["of a personal column", "health_insurance_members", "name"],
    ["where no form is known", null, null],
  ])("%s say nothing of a person", (_, form, column) => {
    const said = ["Nguyễn Văn An", "031090000001", "12/03/1956"];
    for (const samples of said.map((each) => [each]))
      expect(masked({ form, column, samples })?.samples).toEqual([]);
  });

  test("are figures where no form is known", () => {
    expect(masked({ samples: ["1.490", "An", "80"] })?.samples).toEqual(["1.490", "80"]);
  });

  test("of figures are shown, three at most", () => {
    const samples = ["1.490", "1.502", "80", "7"];
    expect(masked({ form: "health_insurance_summary", samples })?.samples).toEqual([
      "1.490",
      "1.502",
      "80",
    ]);
  });

  test("in words are shown where no people are listed", () => {
    expect(masked({ form: "police_crime", samples: ["không"] })?.samples).toEqual(["không"]);
  });

  test("are no names, in a column that nobody knows of a form of figures", () => {
    const samples = ["Nguyễn Văn An", "TDP 3", "2"];
    expect(masked({ form: "police_crime", samples })?.samples).toEqual(["TDP 3", "2"]);
  });
});

describe("what is asked about", () => {
  test("loses the numbers of persons", () => {
    expect(masked({ kind: "form", text: "Biểu 2, CCCD 031090000001" })?.text).toBe(
      "Biểu 2, CCCD •••",
    );
  });

  test.each(["Nguyễn Văn An", "NGUYỄN VĂN AN", "Hùng", "Trần thị Hoa"])(
    "is not asked at all where it could be a name: %s",
    (text) => {
      const list = { kind: "choice" as const, form: "health_insurance_d03", column: "change" };
      expect(masked({ ...list, text })).toBeNull();
    },
  );

  test.each(["TD", "tăng do chuyển đến", "Tăng mới", "GH1"])("is a code or words: %s", (text) => {
    const list = { kind: "choice" as const, form: "health_insurance_d03", column: "change" };
    expect(masked({ ...list, text })?.text).toBe(text);
  });

  test("is never a cell of a personal column", () => {
    const value = { kind: "value" as const, form: "health_insurance_members", column: "name" };
    expect(masked({ ...value, text: "12" })).toBeNull();
  });

  test("may be a category or an area of a table without people", () => {
    const crime = { kind: "category" as const, form: "police_crime", column: "category" };
    expect(masked({ ...crime, text: "Mất Cắp Xe Máy" })?.text).toBe("Mất Cắp Xe Máy");
  });
});
