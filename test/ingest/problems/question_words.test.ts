import { expect, test } from "vitest";
import { loadForms } from "../../../ingest/forms.ts";
import type { Question } from "../../../ingest/problems/question.ts";
import { questionSentence } from "../../../ingest/problems/question_words.ts";

const forms = new Map((await loadForms()).map((form) => [form.id, form]));

const sentence = (question: Pick<Question, "kind" | "form" | "text">) =>
  questionSentence(
    { column: null, samples: [], candidates: [], ...question },
    forms.get(question.form ?? ""),
  ).vi;

test("lines and levels of headers are parted as people part them", () => {
  expect(sentence({ kind: "form", form: null, text: "CÔNG AN ⏎ Tháng 10/2026" })).toBe(
    "Bảng có các dòng “CÔNG AN; Tháng 10/2026” là biểu nào?",
  );
  const text = "Thường trú | Số hộ";
  expect(sentence({ kind: "column", form: "police_population", text })).toContain(
    "Cột ghi “Thường trú – Số hộ” là cột nào của biểu “",
  );
});

test("a row of indicators is asked about as one", () => {
  expect(sentence({ kind: "category", form: "programme_tracking", text: "ENV_WSATE" })).toBe(
    "Dòng “ENV_WSATE” là chỉ tiêu nào của chương trình?",
  );
});
