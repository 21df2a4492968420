import type { LandedRow, RecordsTable } from "../land/landed.ts";
import { recordsTable } from "../land/records_table.ts";
import { nearestText } from "../parse/nearest.ts";
import { type Problem, problem } from "../problems/problem.ts";
import type { Sheet } from "../read/grid.ts";
import { withAreaColumn } from "../recognise/area_column.ts";
import { filledRows, type LocatedTable, locate } from "../recognise/locate.ts";
import type { Match } from "../recognise/match.ts";
import { readTitle, type TitleFacts } from "../recognise/title.ts";
import { type ExtractedRows, PAST_OUTCOMES } from "../rows/extracted_rows.ts";
import { readObservations } from "../rows/observations.ts";
import { readRecords } from "../rows/records.ts";
import { placeOf, type SheetContext } from "../rows/sheet_context.ts";

/** What a sheet gave, with the row of counts that lands of it. */
export interface SheetOutcome {
  sheet_row: LandedRow<"sheets">;
  extracted: ExtractedRows;
  title: TitleFacts | null;
  edition: string | null;
  /** Where the extracted records land. */
  records_table: RecordsTable | null;
}

/** Takes a recognised sheet apart and reads the lines around its table. */
export function openSheet(
  sheet: Sheet,
  recognised: Match,
): { match: Match; table: LocatedTable; title: TitleFacts } {
  const match = withAreaColumn(sheet, recognised);
  const table = locate(sheet, match);
  return { match, table, title: readTitle(table.above, table.below, sheet.name, match) };
}

/** Whether a sheet has rows of figures and nothing says of which period they are. */
export function lacksPeriod({ match, table, title }: SheetContext): boolean {
  const hasColumn = match.columns.has(match.form.keys.period?.column ?? "");
  return table.rows.length > 0 && !hasColumn && !title.period.ok;
}

/** Reads a recognised sheet. Every filled row ends as landed, rejected or ignored by a rule. */
export function readSheet(context: SheetContext): SheetOutcome {
  const { sheet, match, table, title, file_hash } = context;
  const extracted = match.form.records ? readRecords(context) : readObservations(context);
  const count = (outcome: string) => extracted.outcomes.filter((one) => one === outcome).length;
  extracted.problems.push(...sheetProblems(context));
  const ignored = { ...table.ignored };
  for (const rule of PAST_OUTCOMES) if (count(rule) > 0) ignored[rule] = count(rule);
  const period = title.period.ok ? title.period.value : null;
  const sheet_row = {
    file_hash,
    sheet: sheet.name,
    form: match.form.id,
    title: title.title,
    period_start: period?.start ?? null,
    period_end: period?.end ?? null,
    rows_read: filledRows(sheet).length,
    rows_landed: count("landed"),
    rows_rejected: count("rejected") + table.after_end.length + table.second.length,
    rows_ignored: sum(Object.values(ignored)),
    ignored_by_rule: sortedJson(ignored),
  };
  const records_table = match.form.records ? recordsTable(match.form) : null;
  return { sheet_row, extracted, title, edition: match.edition, records_table };
}

/** The outcome of a sheet that is read past as a whole by a rule. */
export function ignoredSheet(sheet: Sheet, rule: string, file_hash: string): SheetOutcome {
  const rows = filledRows(sheet).length;
  const ignored_by_rule = sortedJson(rows > 0 ? { [rule]: rows } : {});
  return unreadSheet(sheet, { file_hash, rows_rejected: 0, rows_ignored: rows, ignored_by_rule });
}

/** The outcome of a sheet that is not believed as a whole. */
export function refusedSheet(sheet: Sheet, file_hash: string): SheetOutcome {
  const rows_rejected = filledRows(sheet).length;
  return unreadSheet(sheet, { file_hash, rows_rejected, rows_ignored: 0, ignored_by_rule: "{}" });
}

function unreadSheet(
  sheet: Sheet,
  counts: Pick<
    LandedRow<"sheets">,
    "file_hash" | "rows_rejected" | "rows_ignored" | "ignored_by_rule"
  >,
): SheetOutcome {
  const sheet_row = {
    ...counts,
    sheet: sheet.name,
    form: null,
    title: null,
    period_start: null,
    period_end: null,
    rows_read: counts.rows_rejected + counts.rows_ignored,
    rows_landed: 0,
  };
  const extracted = { observations: [], remarks: [], records: [], problems: [], outcomes: [] };
  return { sheet_row, extracted, title: null, edition: null, records_table: null };
}

function sheetProblems(context: SheetContext): Problem[] {
  const { table, title, match } = context;
  const afterEnd = table.after_end.map((row) =>
    problem("after_end", placeOf(context, row, undefined), null),
  );
  const second = table.second
    .slice(0, 1)
    .map((row) => problem("second_table", placeOf(context, row, undefined), null));
  const conflict = title.conflict
    ? [problem("period_conflict", placeOf(context, match.header.top, undefined), title.conflict)]
    : [];
  return [...afterEnd, ...second, ...conflict, ...unknownColumns(context)];
}

/** Columns with something in them whose header the form does not know. */
function unknownColumns(context: SheetContext): Problem[] {
  const { match, table, sheet } = context;
  const headers = Object.values(match.form.columns).flatMap((column) => column.headers);
  return match.unknown
    .filter(({ column }) => table.rows.some(({ index }) => sheet.rows[index]?.[column]))
    .map(({ column, texts }) => {
      const text = texts.join(" | ");
      const place = placeOf(context, match.header.bottom, column);
      return problem("unknown_column", place, text, { nearest: nearestText(text, headers) });
    });
}

function sortedJson(counts: Record<string, number>): string {
  const entries = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(entries));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
