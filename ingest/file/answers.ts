import { cellAddress } from "../../lib/office/address.ts";
import type { Lesson } from "../lessons.ts";
import type { Cell } from "../parse/cell.ts";
import { parseDateCell } from "../parse/date.ts";
import { wordKey } from "../parse/key.ts";
import { type Problem, placeInFile, problem } from "../problems/problem.ts";
import {
  type Candidate,
  isOfOneFile,
  QUESTION_KINDS,
  type Question,
} from "../problems/question.ts";
import {
  ASKED_HEADERS,
  ID_COLUMNS,
  QUESTIONS_MARK,
  SCOPES,
} from "../problems/questions_workbook.ts";
import type { Sheet, Workbook } from "../read/grid.ts";
import type { Catalogue } from "../recognise/form_catalogue.ts";
import type { Answer } from "./answer.ts";
import { answeredValue, expectedAnswers } from "./answered_value.ts";
import type { InboxFile } from "./file_input.ts";
import { emptyFileRow, type FileOutcome, rejectRow } from "./file_outcome.ts";

/** What a workbook of questions holds: the answers that can be believed, and what is wrong with others. */
export interface ReadAnswers {
  answers: Answer[];
  problems: Problem[];
}

/** What is known of a workbook of questions: its name, the day on which it came in, what was answered so far. */
interface AnswersFile {
  name: string;
  received_on?: string | null;
  lessons?: readonly Lesson[];
}

/**
 * The answers in a workbook of questions, by its hidden mark; null for any other workbook. An answer that
 * can't be believed is told unless the question was answered since.
 */
export function readAnswers(
  workbook: Workbook,
  file: AnswersFile,
  catalogue: Catalogue,
): ReadAnswers | null {
  const ids = workbook.sheets.find(({ rows }) => rows[0]?.[0]?.text === QUESTIONS_MARK);
  if (!ids) return null;
  const asked = askedById(ids);
  const tables = workbook.sheets
    .filter((sheet) => sheet !== ids)
    .flatMap((sheet) => tableOf(sheet) ?? []);
  const rows = tables.flatMap((table) => filledIn(table, asked));
  const authors = authorsOf(rows);
  const read = rows.map((row, index) => readRow(row, authors[index] ?? null, file.name, catalogue));
  const isOpen = (row: FilledRow | undefined) => row !== undefined && !isAnswered(row, file);
  return {
    answers: read.flatMap((each) => ("answer" in each ? each.answer : [])),
    problems: read.flatMap((each, index) =>
      "problems" in each && isOpen(rows[index]) ? each.problems : [],
    ),
  };
}

/** Whether there is a lesson of the question, of the day of the workbook or later. */
function isAnswered(
  { question_id }: FilledRow,
  { received_on = null, lessons = [] }: AnswersFile,
): boolean {
  return lessons.some(
    ({ lesson_id, decided_on }) =>
      lesson_id.split("_")[0] === question_id && (received_on ?? "") <= decided_on,
  );
}

/** A workbook of questions: no source, so that nothing of it lands but what is wrong with its answers. */
export function answeredFile(file: InboxFile, { answers, problems }: ReadAnswers): FileOutcome {
  return {
    rows: { rejects: problems.map((each) => rejectRow(each, file.hash)) },
    document_date: null,
    answers,
    file: {
      ...emptyFileRow(file),
      status: "ignored",
      message_vi: `sổ câu hỏi, ${answers.length} câu đã trả lời`,
      message_en: `a workbook of questions, ${answers.length} answered`,
    },
  };
}

/** What a row of the hidden sheet says: the question, and where it came up. */
interface AskedRow {
  question_id: string;
  file_hash: string;
  sheet: string | null;
  question: Question;
}

function askedById({ rows }: Sheet): Map<string, AskedRow> {
  const read = rows.slice(2).flatMap((row): [string, AskedRow][] => {
    const text = (name: (typeof ID_COLUMNS)[number]) => row[ID_COLUMNS.indexOf(name)]?.text || null;
    const kind = QUESTION_KINDS.find((each) => each === text("kind"));
    const [number, question_id] = [text("number"), text("question_id")];
    if (number === null || question_id === null || kind === undefined) return [];
    const question: Question = {
      kind,
      form: text("form"),
      column: text("column_id"),
      text: text("text") ?? "",
      samples: [],
      candidates: candidatesIn(text("candidates")),
    };
    const place = { file_hash: text("file_hash") ?? "", sheet: text("sheet") };
    return [[number.trim(), { question_id, ...place, question }]];
  });
  return new Map(read);
}

/** None where somebody has changed what stands there. */
function candidatesIn(json: string | null): Candidate[] {
  try {
    const read: unknown = JSON.parse(json ?? "[]");
    return Array.isArray(read) ? read.filter(isCandidate) : [];
  } catch {
    return [];
  }
}

function isCandidate(value: unknown): value is Candidate {
  const { id, vi, en } = (value ?? {}) as Partial<Record<string, unknown>>;
  return [id, vi, en].every((each) => typeof each === "string");
}

type Header = keyof typeof ASKED_HEADERS;

/** A sheet with the headers of the questions, wherever its columns were moved. */
interface AskedTable {
  sheet: Sheet;
  top: number;
  columns: ReadonlyMap<Header, number>;
}

function tableOf(sheet: Sheet): AskedTable | null {
  for (const [top, row] of sheet.rows.entries()) {
    const keys = row.map((cell) => wordKey(cell?.text ?? ""));
    const columns = new Map(
      Object.entries(ASKED_HEADERS).flatMap(([name, header]): [Header, number][] => {
        const column = keys.indexOf(wordKey(header));
        return column < 0 ? [] : [[name as Header, column]];
      }),
    );
    if (columns.has("number") && columns.has("answer")) return { sheet, top, columns };
  }
  return null;
}

/** A row that was answered. */
interface FilledRow extends AskedRow {
  cellOf(name: Header): Cell | null;
  /** `sheet!cell` of a column, as problems place it. */
  placeOf(name: Header): { sheet: string; cell: string };
}

function filledIn(
  { sheet, top, columns }: AskedTable,
  asked: ReadonlyMap<string, AskedRow>,
): FilledRow[] {
  return sheet.rows.flatMap((row, index): FilledRow[] => {
    const cellOf = (name: Header) => row[columns.get(name) ?? -1] ?? null;
    const found = asked.get(cellOf("number")?.text.trim() ?? "");
    if (index <= top || !found || !cellOf("answer")?.text.trim()) return [];
    const placeOf = (name: Header) => {
      return { sheet: sheet.name, cell: cellAddress(index, columns.get(name) ?? 0) };
    };
    return [{ ...found, cellOf, placeOf }];
  });
}

/** Who answered each row: where nobody is written, who is in the row above or else in the first below. */
function authorsOf(rows: readonly FilledRow[]): (string | null)[] {
  let last = rows.map((row) => textOf(row, "author")).find((author) => author !== null) ?? null;
  return rows.map((row) => {
    last = textOf(row, "author") ?? last;
    return last;
  });
}

function textOf({ cellOf }: FilledRow, name: Header): string | null {
  return cellOf(name)?.text.replace(/\s+/g, " ").trim() || null;
}

function readRow(
  row: FilledRow,
  author: string | null,
  file: string,
  catalogue: Catalogue,
): { answer: Answer } | { problems: Problem[] } {
  const { question, question_id, file_hash } = row;
  const told = (name: Header, vi: string, en: string) =>
    problem("not_an_answer", { ...placeInFile(file), ...row.placeOf(name) }, textOf(row, name), {
      vi,
      en,
    });
  const written = textOf(row, "answer") ?? "";
  const answer = answeredValue(written, question, catalogue);
  const scope = scopeOf(row);
  const day = dayOf(row);
  const problems = [
    ...(answer === null
      ? [told("answer", expectedAnswers(question), expectedAnswers(question))]
      : []),
    ...(scope === null
      ? [told("scope", Object.values(SCOPES).join("; "), Object.keys(SCOPES).join("; "))]
      : []),
    ...(day.ok ? [] : [told("day", "một ngày, ví dụ 05/11/2026", "a day such as 05/11/2026")]),
    ...(author === null ? [told("author", "người trả lời", "who answered")] : []),
  ];
  if (answer === null || scope === null || !day.ok || author === null) return { problems };
  const isThisFile = scope === "this_file";
  const hash = file_hash.slice(0, HASH_LENGTH);
  return {
    answer: {
      question_id,
      lesson_id:
        isThisFile && !isOfOneFile(question) ? `${question_id}_${hash.slice(0, 8)}` : question_id,
      kind: question.kind,
      form: question.form,
      column_id: question.form === null ? null : question.column,
      text: question.text,
      file: isThisFile ? hash : null,
      sheet: isThisFile ? row.sheet : null,
      answer,
      author,
      decided_on: day.date,
      reason: textOf(row, "reason"),
    },
  };
}

const HASH_LENGTH = 16;

function scopeOf(row: FilledRow): keyof typeof SCOPES | null {
  const written = textOf(row, "scope");
  if (written === null) return isOfOneFile(row.question) ? "this_file" : "always";
  const names = Object.keys(SCOPES) as (keyof typeof SCOPES)[];
  return names.find((name) => wordKey(SCOPES[name]) === wordKey(written)) ?? null;
}

function dayOf({ cellOf }: FilledRow): { ok: boolean; date: string | null } {
  const cell = cellOf("day");
  if (!cell?.text.trim()) return { ok: true, date: null };
  const read = parseDateCell(cell);
  const isDay = read.ok && read.value.precision === "day";
  return { ok: isDay, date: isDay ? read.value.date : null };
}
