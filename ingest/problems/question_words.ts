import type { Form } from "../form.ts";
import type { Question, QuestionKind } from "./question.ts";

/** What is asked, in both languages; `{words}` are filled in. */
interface QuestionWords {
  vi: string;
  en: string;
}

const WORDS: Readonly<Record<QuestionKind, QuestionWords>> = {
  form: {
    vi: "Bảng có các dòng “{text}” là biểu nào?",
    en: "Which form is the table that is headed so?",
  },
  column: {
    vi: "Cột ghi “{text}” là cột nào của biểu {form}?",
    en: "Which column of the form is this?",
  },
  period: {
    vi: "Số liệu là của kỳ nào? (ghi ví dụ 10/2026, Quý III/2026, 2026)",
    en: "Of which period are the figures? (as 10/2026, Quý III/2026, 2026)",
  },
  area: {
    vi: "“{text}” là địa bàn nào?",
    en: "Which area is this?",
  },
  unit: {
    vi: "Số liệu ghi “{text}” tính bằng đơn vị nào?",
    en: "In which unit are the figures?",
  },
  category: {
    vi: "Dòng “{text}” thuộc nhóm nào của biểu {form}?",
    en: "To which category of the form does this row belong?",
  },
  choice: {
    vi: "Mã hoặc chữ “{text}” ở cột {column} nghĩa là gì?",
    en: "What does this code or word mean?",
  },
  value: {
    vi: "Số “{text}” ở cột {column} có đúng không? (chọn, hoặc ghi số đúng)",
    en: "Is this figure right? (choose, or write the right one)",
  },
};

/** Of a row of a form whose rows are indicators. */
const OF_INDICATORS: QuestionWords = {
  vi: "Dòng “{text}” là chỉ tiêu nào của chương trình?",
  en: "Which indicator of the programme is this row?",
};

/** Of words that stand in no column: a remark, or a mark of a row. */
const OF_REMARKS: QuestionWords = {
  vi: "Có lời ghi “{text}”: số liệu có đúng như tên cột, kỳ báo cáo và địa bàn đã ghi không?",
  en: "With this remark, are the figures what their headers, period and area say?",
};

const LONGEST = 160;

/** A question as a sentence. `form` is the question's own, where it is about one. */
export function questionSentence(question: Question, form: Form | undefined): QuestionWords {
  const { text, column } = question;
  const words: Record<string, string> = {
    text: shortened(text),
    form: form ? `“${form.title_vi}”` : "này",
    column: `“${form?.columns[column ?? ""]?.headers[0] ?? column ?? "này"}”`,
  };
  const asked = wordsFor(question, form);
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
  return { vi: fill(asked.vi), en: fill(asked.en) };
}

function wordsFor({ kind, column }: Question, form: Form | undefined): QuestionWords {
  const { category } = form?.keys ?? {};
  const isOfIndicators = category !== undefined && "open" in category && category.open === "code";
  if (kind === "category" && isOfIndicators) return OF_INDICATORS;
  return kind === "choice" && column === null ? OF_REMARKS : WORDS[kind];
}

/** As people write it: lines and levels of a header are parted by no signs of ours. */
function shortened(text: string): string {
  const line = text
    .replace(/\s*⏎\s*/g, "; ")
    .replace(/\s*\|\s*/g, " – ")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
