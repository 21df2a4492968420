import type { RecordCount } from "../form.ts";
import type { LandedRow } from "../land/landed.ts";
import type { Problem } from "../problems/problem.ts";
import { addressIn } from "../read/cell_place.ts";
import type { NamedPeriod } from "../recognise/title.ts";
import { incompleteAreas, type RejectedRow, unreadValidity } from "./incomplete_count.ts";
import type { SheetContext } from "./sheet_context.ts";

type Made = Record<string, unknown>;

/**
 * The counts that a list declares, by area, as observations at the list's date: a record counts while it
 * is valid. They stand for the records in all that is computed, so that records can be purged. What is not
 * whole is not counted, and told.
 */
export function countRecords(
  context: SheetContext,
  records: readonly Made[],
  rejected: readonly RejectedRow[],
  indexOf: (made: Made) => number,
): { observations: LandedRow<"observations">[]; problems: Problem[] } {
  const counts = Object.values(context.match.form.records?.counts ?? {});
  const { lacks, problems } = incompleteAreas(context, rejected);
  const unread = counts.flatMap(({ valid_to }) => unreadValidity(context, valid_to)).slice(0, 3);
  const whole = records.filter(({ area_id }) => !lacks((area_id as string | null) ?? null));
  const observations = unread.length > 0 ? [] : countsOf(context, whole, indexOf);
  return { observations, problems: [...problems, ...unread] };
}

function countsOf(
  context: SheetContext,
  records: readonly Made[],
  indexOf: (made: Made) => number,
): LandedRow<"observations">[] {
  const { form } = context.match;
  const period = context.title.period;
  const counts = Object.entries(form.records?.counts ?? {});
  if (!period.ok) return [];
  return counts.flatMap(([measure, count]) => {
    const valid = records.filter(
      (made) => isMeant(made, count) && isValid(made, count, period.value.end),
    );
    return [...byArea(valid)].map((made) =>
      observation(context, measure, count, period.value, made, indexOf),
    );
  });
}

function isMeant(made: Made, { where }: RecordCount<string>): boolean {
  return where === undefined || made[where.field] === where.is;
}

function isValid(made: Made, { valid_from, valid_to }: RecordCount<string>, date: string): boolean {
  const from = made[valid_from ?? ""] ?? date;
  const to = made[valid_to ?? ""] ?? date;
  return String(from) <= date && String(to) >= date;
}

/** The records of each area, in the order in which areas first appear. */
function byArea(records: readonly Made[]): Iterable<[Made, ...Made[]]> {
  const areas = new Map<string, [Made, ...Made[]]>();
  for (const made of records) {
    const area = JSON.stringify(made["area_id"] ?? { text: made["area_text"] ?? null });
    const known = areas.get(area);
    if (known) known.push(made);
    else areas.set(area, [made]);
  }
  return areas.values();
}

/** The count of one area; its cell is in the first row that counts. */
function observation(
  { match, sheet, file_hash }: SheetContext,
  measure: string,
  { unit, kind }: RecordCount<string>,
  { frequency, start, end }: NamedPeriod,
  [first, ...others]: [Made, ...Made[]],
  indexOf: (made: Made) => number,
): LandedRow<"observations"> {
  return {
    form: match.form.id,
    measure,
    category: null,
    area_text: (first["area_text"] as string | null | undefined) ?? null,
    area_id: (first["area_id"] as string | null | undefined) ?? null,
    frequency,
    period_start: start,
    period_end: end,
    value: 1 + others.length,
    unit,
    kind,
    is_approximate: false,
    is_total: false,
    is_subset: false,
    file_hash,
    sheet: sheet.name,
    cell: addressIn(sheet, indexOf(first), Math.min(...match.columns.values())),
  };
}
