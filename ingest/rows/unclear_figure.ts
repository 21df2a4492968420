import type { Cell } from "../parse/cell.ts";
import { type NumberStyle, type ParsedNumber, parseNumber } from "../parse/number.ts";
import type { Problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import { answerTo, asking } from "./doubt.ts";
import type { SheetContext } from "./sheet_context.ts";

/** A figure with words that make another of it: `1 (chưa tính 01 vụ …)`, the format `"ước "0`. */
function isUnclear(cell: Cell | null): cell is Cell {
  const mayBe = cell?.type === "text" || cell?.type === "number";
  return mayBe && /\d/.test(cell.text) && /\p{L}{2}|[~≈]/u.test(cell.text);
}

/** The figure that people have said such a cell is: none where it is not needed; null where nobody has. */
export function answeredFigure(
  context: SheetContext,
  measure: string,
  cell: Cell | null,
): ParsedNumber | null {
  if (!isUnclear(cell)) return null;
  const answer = answerTo(context, "value", measure, cell.text);
  if (answer === NOT_NEEDED.id) return { kind: "blank", mark: "cross" };
  const read = answer === null ? null : parseNumber(answer, "plain");
  return read?.ok ? read.value : null;
}

/** Asks which figure such a cell is, its own first number to be chosen. */
export function figureQuestion(
  context: SheetContext,
  measure: string,
  cell: Cell | null,
  style: NumberStyle,
  told: Problem,
): Problem {
  if (!isUnclear(cell)) return told;
  const [first = ""] = /\d[\d.,]*\d|\d/.exec(cell.text) ?? [];
  const read = parseNumber(first, style);
  const id = read.ok && read.value.kind === "number" ? String(read.value.value) : null;
  return asking(context, told, {
    kind: "value",
    column: measure,
    text: cell.text,
    samples: [],
    candidates: [...(id === null ? [] : [{ id, vi: id, en: id }]), NOT_NEEDED],
  });
}
