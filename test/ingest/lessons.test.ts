import { describe, expect, test } from "vitest";
import { type Asked, type Lesson, lessonsFor, questionKey } from "../../ingest/lessons.ts";
import type { Question } from "../../ingest/problems/question.ts";
import { questionId } from "../../ingest/problems/question_id.ts";

const HASH = "0123456789abcdef".repeat(4);
const FILE = { name: "cong an/T10.xlsx", hash: HASH };

const lesson = (given: Partial<Lesson>): Lesson => ({
  lesson_id: "a",
  kind: "category",
  form: null,
  column_id: null,
  text: "Mất cắp",
  file: null,
  sheet: null,
  answer: "theft",
  decided_on: "2026-11-01",
  ...given,
});

const answerOf = (lessons: Partial<Lesson>[], asked: Partial<Asked> = {}) =>
  lessonsFor(lessons.map(lesson), FILE).answer({
    kind: "category",
    form: "police_crime",
    column: "category",
    text: "MẤT CẮP:",
    file: FILE.name,
    sheet: "T10",
    ...asked,
  });

describe("an answer", () => {
  test("is found by its words, blind to case, marks and signs", () => {
    expect(answerOf([{}])).toBe("theft");
    expect(answerOf([{}], { text: "Mất cắp xe" })).toBeNull();
    expect(answerOf([{}], { kind: "choice" })).toBeNull();
  });

  test("of another form, column, sheet or file does not hold", () => {
    expect(answerOf([{ form: "police_drugs" }])).toBeNull();
    expect(answerOf([{ form: "police_crime", column_id: "note" }])).toBeNull();
    expect(answerOf([{ file: "T10.xlsx", sheet: "T9" }])).toBeNull();
    expect(answerOf([{ file: "T9.xlsx" }])).toBeNull();
    expect(answerOf([{ file: "fedcba98" }])).toBeNull();
  });

  test.each(["cong an/T10.xlsx", "T10.xlsx", "01234567", "0123456789ABCDEF"])(
    "of this file is found by %s",
    (file) => expect(answerOf([{ file }])).toBe("theft"),
  );

  test("of the file comes before one of all, of the sheet before one of the file", () => {
    const always = { lesson_id: "a", answer: "other", decided_on: "2026-12-01" };
    const here = { lesson_id: "b", file: "T10.xlsx", answer: "theft" };
    const sheet = { lesson_id: "c", file: "T10.xlsx", sheet: "T10", answer: "fraud" };
    expect(answerOf([always, here])).toBe("theft");
    expect(answerOf([always, here, sheet])).toBe("fraud");
  });

  test("that is newer comes before an older one", () => {
    const older = { lesson_id: "a", answer: "other" };
    expect(answerOf([older, { lesson_id: "b", decided_on: "2026-11-02" }])).toBe("theft");
  });

  test("is remembered as used", () => {
    const lessons = lessonsFor([lesson({}), lesson({ lesson_id: "b", text: "khác" })], FILE);
    lessons.answer({
      ...FILE,
      kind: "category",
      form: null,
      column: null,
      text: "Mất cắp",
      file: "",
      sheet: null,
    });
    expect([...lessons.used]).toEqual(["a"]);
  });
});

test("words without letters are compared as they are, numbers of persons do not count", () => {
  expect(questionKey(" … ")).toBe("…");
  expect(questionKey("-")).not.toBe(questionKey("…"));
  expect(questionKey("Đơn vị A, 0225 3 123 456")).toBe(questionKey("Đơn vị A, •••"));
  expect(questionKey("15/09/2026 - 14/10/2026")).not.toBe(questionKey("15/08/2026 - 14/09/2026"));
});

test("a question has one name in all files, and one of a file or sheet a name of its own", () => {
  const question: Question = {
    kind: "column",
    form: "police_crime",
    column: null,
    text: "Vụ",
    samples: ["1"],
    candidates: [],
  };
  expect(questionId(question, "h1", "A")).toBe(questionId({ ...question, text: "VỤ" }, "h2", "B"));
  for (const kind of ["period", "form", "unit", "value", "area"] as const) {
    const bound = { ...question, kind };
    expect(questionId(bound, "h1", "A")).not.toBe(questionId(bound, "h2", "A"));
    expect(questionId(bound, "h1", "A")).not.toBe(questionId(bound, "h1", "B"));
  }
  const area = { ...question, kind: "area" as const, column: "area" };
  expect(questionId(area, "h1", "A")).toBe(questionId(area, "h2", "A"));
});
