import { expect, test } from "vitest";
import { noteProblem, parserProblem, problem } from "../../../ingest/problems/problem.ts";

const place = { form: "police_crime", file: "T10.xlsx", sheet: "T1", cell: "F17" };

test("a problem says place, what was expected, what was found and what to do, in both languages", () => {
  const failure = { rule: "not_a_date", expected_vi: "một ngày", expected_en: "a date" };
  const { message_vi, message_en, severity, rule } = parserProblem(failure, place, "31/02/2026");
  expect({ severity, rule }).toEqual({ severity: "error", rule: "not_a_date" });
  expect(message_vi).toBe(
    'police_crime · T10.xlsx · T1!F17: cần một ngày, nhưng thấy "31/02/2026". Sửa ô này trong tệp gốc rồi gửi lại.',
  );
  expect(message_en).toBe(
    'police_crime · T10.xlsx · T1!F17: expected a date, found "31/02/2026". Correct the cell in the original file and send it again.',
  );
});

test("words are filled in, unknown ones stay, and nothing found is said as nothing", () => {
  const found = problem("out_of_bounds", place, null, { minimum: "0", maximum: "100" });
  expect(found.expected).toBe("giá trị từ 0 đến 100");
  expect(found.message_en).toContain("expected a value from 0 to 100, found nothing.");
});

test("what was found is shortened to one line", () => {
  const { found } = problem("out_of_bounds", place, `a\nb ${"x".repeat(200)}`);
  expect(found).toBe(`a b ${"x".repeat(75)}…`);
});

test("a refusal's place has no cell", () => {
  const where = { form: null, file: "a.xlsx", sheet: null, cell: null };
  expect(problem("missing_period", where, null).message_vi).toMatch(/^a\.xlsx: cần kỳ báo cáo/);
});

test("what the reader of bytes noticed is a warning", () => {
  const note = { code: "macros", message_vi: "Có macro.", message_en: "Macros.", sheet: "S" };
  expect(noteProblem(note, { ...place, sheet: null, cell: null })).toMatchObject({
    rule: "macros",
    severity: "warning",
    message_en: "police_crime · T10.xlsx · S: Macros.",
  });
});
