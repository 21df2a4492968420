import { join } from "node:path";
import { read, utils, write } from "@e965/xlsx";
import { ASKED_HEADERS, QUESTION_SHEETS } from "../../ingest/problems/questions_workbook.ts";
import { openQuestions } from "../../scripts/tools/questions/open_questions.ts";
import { questionsWorkbook } from "../../scripts/tools/questions/workbook.ts";

/** What a person writes beside a question, by header. */
export type Filling = Partial<Record<keyof typeof ASKED_HEADERS, string>>;

/** The workbook of the questions of a home, as it is handed out. */
export async function askedWorkbook(home: string): Promise<Uint8Array> {
  return questionsWorkbook(await openQuestions(join(home, "landed")));
}

/** A workbook of questions filled in by another program: for each text as written in the file, what is answered. */
export function filledQuestions(
  bytes: Uint8Array,
  fillings: Readonly<Record<string, Filling>>,
  bookType: "xlsx" | "ods" | "biff8" = "xlsx",
): Uint8Array {
  const book = read(bytes);
  const sheet = book.Sheets[QUESTION_SHEETS.asked] ?? {};
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true });
  const top = rows.findIndex((row) => row.includes(ASKED_HEADERS.answer));
  const header = rows[top] ?? [];
  const textColumn = header.indexOf(ASKED_HEADERS.text);
  for (const [index, row] of rows.entries()) {
    const filling = index > top ? fillings[String(row[textColumn])] : undefined;
    for (const [name, value] of Object.entries(filling ?? {})) {
      const column = header.indexOf(ASKED_HEADERS[name as keyof typeof ASKED_HEADERS]);
      utils.sheet_add_aoa(sheet, [[value]], { origin: { r: index, c: column } });
    }
  }
  return new Uint8Array(write(book, { type: "array", bookType }));
}
