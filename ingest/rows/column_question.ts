import type { FormColumnType } from "../form.ts";
import { wordKey } from "../parse/key.ts";
import { editDistance } from "../parse/nearest.ts";
import type { Question } from "../problems/question.ts";
import type { SheetContext } from "./sheet_context.ts";

/** Columns that hold nothing to be asked about. */
const READ_PAST: readonly FormColumnType[] = ["note", "ordinal"];
/** A header is near to another where no more of its letters differ than this share. */
const NEAR = 0.4;
const CANDIDATES = 6;

/**
 * Asks which column of the form an unknown one (0-based) is; null where it has no figures, or where no
 * column that the sheet lacks is headed nearly so.
 */
export function columnQuestion(
  { match, sheet, table }: SheetContext,
  column: number,
  text: string,
): Question | null {
  const cells = table.rows.flatMap(({ index }) => sheet.rows[index]?.[column] ?? []);
  if (!cells.some((cell) => cell.type === "number" || /^[\d.,\s%-]*\d[\d.,\s%-]*$/.test(cell.text)))
    return null;
  const open = Object.entries(match.form.columns)
    .filter(([id, { type }]) => !match.columns.has(id) && !READ_PAST.includes(type))
    .map(([id, { headers }]) => ({ id, vi: headers[0] ?? id, distance: distanceTo(headers, text) }))
    .sort((a, b) => a.distance - b.distance);
  if ((open[0]?.distance ?? 1) > NEAR) return null;
  return {
    kind: "column",
    form: match.form.id,
    column: null,
    text,
    samples: cells.slice(0, 3).map((cell) => cell.text),
    candidates: open.slice(0, CANDIDATES).map(({ id, vi }) => {
      return { id, vi, en: id.replaceAll("_", " ") };
    }),
  };
}

/** The share of letters that differ from the nearest of some headers. */
function distanceTo(headers: readonly string[], text: string): number {
  const key = wordKey(text);
  const shares = headers.map((header) => {
    const other = wordKey(header);
    return editDistance(key, other) / Math.max(key.length, other.length, 1);
  });
  return Math.min(1, ...shares);
}
