import type { Cell } from "../parse/cell.ts";
import { isOfTwoMeanings, parseNumber } from "../parse/number.ts";
import { type Problem, type ProblemPlace, problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import { answerTo, asking } from "./doubt.ts";
import type { SheetContext } from "./sheet_context.ts";

/** What is known of a scaled figure that has two meanings: the one that people chose, or what is asked. */
type ScaledFigure = { value: number | null } | { problem: Problem };

/** From here on a mark that is read wrongly makes another order of magnitude of people, sums and areas. */
const SCALED = 1000;

/** `1.750` in a column of thousands: 1,750 or 1,750,000. Null where a figure is not of that kind. */
export function scaledFigure(
  context: SheetContext,
  id: string,
  cell: Cell | null,
  factor: number,
  place: ProblemPlace,
): ScaledFigure | null {
  if (cell?.type !== "text" || factor < SCALED || !isOfTwoMeanings(cell.text)) return null;
  const answer = answerTo(context, "value", id, cell.text);
  if (answer === NOT_NEEDED.id) return { value: null };
  const read = answer === null ? null : parseNumber(answer, "plain");
  if (read?.ok && read.value.kind === "number") return { value: read.value.value };
  const [, sign = "", digits = ""] = /([+-]?)\s*(\d+[.,]\d+)/.exec(cell.text) ?? [];
  const whole = digits.replace(/[.,]/, "");
  const meanings = [digits.replace(",", "."), whole].map((each) => Number(sign + each) * factor);
  const ids = meanings.map((each) => String(Number(each.toPrecision(15))));
  const words = { expected: ids.join(" / "), cells: place.cell ?? "" };
  const told = problem("value_in_doubt", place, cell.text, words);
  const candidates = [...ids.map((each) => ({ id: each, vi: each, en: each })), NOT_NEEDED];
  const question = { kind: "value" as const, column: id, text: cell.text, samples: [], candidates };
  return { problem: asking(context, told, question) };
}
