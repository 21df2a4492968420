import { type Problem, problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import { asking, CONFIRM } from "./doubt.ts";
import { placeOf, type SheetContext } from "./sheet_context.ts";

/** What holds rows back asks: are the rows that these words speak of figures of what was done, or not needed? */
export function heldProblem(context: SheetContext, text: string, rows: readonly number[]): Problem {
  const words = { count: String(rows.length) };
  const told = problem("row_held", placeOf(context, rows[0] ?? 0, undefined), text, words);
  const candidates = [CONFIRM, NOT_NEEDED];
  return asking(context, told, { kind: "choice", column: null, text, samples: [], candidates });
}

/** Without its marks a short word is many words (`bo`: bỏ, Bộ, bò). */
export function isAmbiguous(word: string): boolean {
  return /^[a-z]+$/i.test(word) && !/^(?:uoc|chua|huy)$/i.test(word);
}
