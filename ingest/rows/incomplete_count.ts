import { parseDate } from "../parse/date.ts";
import { wordKey } from "../parse/key.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import type { HeaderCell } from "../recognise/header.ts";
import { answerTo, asking } from "./doubt.ts";
import { placeOf, type SheetContext } from "./sheet_context.ts";

/** A row of a list that became no record, with the area that it names where that can be read. */
export interface RejectedRow {
  /** 0-based. */
  index: number;
  area_id: string | null;
}

/** The areas whose counts are not made for a list's rejected rows. */
export interface IncompleteAreas {
  /** Whether a count of the area (null: of none) lacks a row that was rejected. */
  lacks(area_id: string | null): boolean;
  problems: Problem[];
}

/** A rejected row holds back the count of its area; one without a readable area those of the whole sheet. */
export function incompleteAreas(
  context: SheetContext,
  rejected: readonly RejectedRow[],
): IncompleteAreas {
  const [first] = rejected;
  const hasCounts = Object.keys(context.match.form.records?.counts ?? {}).length > 0;
  const areas = new Set(rejected.map(({ area_id }) => area_id));
  const lacks = (area_id: string | null) => areas.has(null) || areas.has(area_id);
  if (!first || !hasCounts) return { lacks: () => false, problems: [] };
  const named = areas.has(null) ? "*" : [...areas].join(", ");
  const words = { count: String(rejected.length), areas: named };
  const told = problem("incomplete_count", placeOf(context, first.index, undefined), null, words);
  return { lacks, problems: [told] };
}

/** Cells of an unread column that must be dates for it to be a column of dates. */
const MOST = 0.6;

/**
 * Asks about unread columns of dates where a count is of what is valid and no column says until when:
 * one of them may say it, and what has expired is not to be counted.
 */
export function unreadValidity(context: SheetContext, valid_to: string | undefined): Problem[] {
  const { form, columns, unknown } = context.match;
  const field = valid_to === undefined ? undefined : form.records?.fields[valid_to];
  const ids = field && "from" in field ? [field.from].flat() : [];
  const [id = null] = ids;
  if (id === null || ids.some((each) => columns.has(each))) return [];
  return unknown
    .filter((header) => isOfDates(context, header))
    .filter((header) => answerTo(context, "column", null, textOf(header)) !== NOT_NEEDED.id)
    .map((header) => columnQuestion(context, header, id));
}

function isOfDates({ sheet, table }: SheetContext, { column, key }: HeaderCell): boolean {
  if (/\bsinh\b/.test(key)) return false;
  const cells = table.rows.flatMap(({ index }) => sheet.rows[index]?.[column] ?? []);
  const dates = cells.filter(
    ({ type, text }) => type === "date" || (type === "text" && isWrittenDate(text)),
  );
  return dates.length > 0 && dates.length >= cells.length * MOST;
}

function isWrittenDate(text: string): boolean {
  const read = parseDate(text);
  return read.ok && read.value.precision !== "year";
}

function columnQuestion(context: SheetContext, header: HeaderCell, valid_to: string): Problem {
  const { match, sheet, table } = context;
  const { form, columns } = match;
  const place = placeOf(context, match.header.bottom, header.column);
  const dates = Object.entries(form.columns).filter(
    ([id, { type }]) => type === "date" && !columns.has(id),
  );
  const ranked = dates.sort(([a], [b]) => Number(b === valid_to) - Number(a === valid_to));
  const samples = table.rows.flatMap(({ index }) => sheet.rows[index]?.[header.column]?.text ?? []);
  return asking(context, problem("validity_unread", place, textOf(header)), {
    kind: "column",
    column: null,
    text: textOf(header),
    samples: [...new Set(samples)].slice(0, 3),
    candidates: [
      ...ranked.map(([id, { headers }]) => ({ id, vi: headers[0] ?? id, en: wordKey(id) })),
      NOT_NEEDED,
    ],
  });
}

function textOf({ texts }: HeaderCell): string {
  return texts.join(" | ");
}
