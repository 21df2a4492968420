import type { LandedRow, RecordsTable } from "../land/landed.ts";
import { recordsTable } from "../land/records_table.ts";
import { nearestText } from "../parse/nearest.ts";
import { type Problem, problem } from "../problems/problem.ts";
import type { Sheet } from "../read/grid.ts";
import { filledRows, locate, type Table } from "../recognise/locate.ts";
import type { Match } from "../recognise/match.ts";
import { readTitle, type TitleFacts } from "../recognise/title.ts";
import { type Harvest, placeOf, type SheetContext } from "../rows/harvest.ts";
import { observe } from "../rows/observe.ts";
import { record } from "../rows/record.ts";

/** What a sheet gave, with the account of its rows. */
export interface SheetOutcome {
  account: LandedRow<"sheets">;
  harvest: Harvest;
  title: TitleFacts | null;
  edition: string | null;
  /** Where the harvest's records land. */
  records_table: RecordsTable | null;
}

/** Takes a recognised sheet apart and reads the lines around its table. */
export function openSheet(sheet: Sheet, match: Match): { table: Table; title: TitleFacts } {
  const table = locate(sheet, match);
  return { table, title: readTitle(table.above, table.below, sheet.name, match) };
}

/** Whether a sheet has rows of figures and nothing says of which period they are. */
export function lacksPeriod({ match, table, title }: SheetContext): boolean {
  const hasColumn = match.columns.has(match.form.keys.period?.column ?? "");
  return table.rows.length > 0 && !hasColumn && !title.period.ok;
}

/** Reads a recognised sheet. Every filled row ends as landed, rejected or ignored by a rule. */
export function readSheet(context: SheetContext): SheetOutcome {
  const { sheet, match, table, title, file_hash } = context;
  const harvest = match.form.records ? record(context) : observe(context);
  const count = (outcome: string) => harvest.outcomes.filter((one) => one === outcome).length;
  harvest.problems.push(...sheetProblems(context));
  const ignored = { ...table.ignored };
  if (count("no_values") > 0) ignored["no_values"] = count("no_values");
  const period = title.period.ok ? title.period.value : null;
  const account = {
    file_hash,
    sheet: sheet.name,
    form: match.form.id,
    title: title.title,
    period_start: period?.start ?? null,
    period_end: period?.end ?? null,
    rows_read: filledRows(sheet).length,
    rows_landed: count("landed"),
    rows_rejected: count("rejected") + table.strays.length + table.second.length,
    rows_ignored: sum(Object.values(ignored)),
    ignored_by_rule: sortedJson(ignored),
  };
  const records_table = match.form.records ? recordsTable(match.form) : null;
  return { account, harvest, title, edition: match.edition, records_table };
}

/** The account of a sheet that is read past as a whole by a rule. */
export function ignoredSheet(sheet: Sheet, rule: string, file_hash: string): SheetOutcome {
  const rows = filledRows(sheet).length;
  const ignored_by_rule = sortedJson(rows > 0 ? { [rule]: rows } : {});
  return unreadSheet(sheet, { file_hash, rows_rejected: 0, rows_ignored: rows, ignored_by_rule });
}

/** The account of a sheet that is not believed as a whole. */
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
  const account = {
    ...counts,
    sheet: sheet.name,
    form: null,
    title: null,
    period_start: null,
    period_end: null,
    rows_read: counts.rows_rejected + counts.rows_ignored,
    rows_landed: 0,
  };
  const harvest = { observations: [], remarks: [], records: [], problems: [], outcomes: [] };
  return { account, harvest, title: null, edition: null, records_table: null };
}

function sheetProblems(context: SheetContext): Problem[] {
  const { table, title, match } = context;
  const strays = table.strays.map((row) =>
    problem("after_end", placeOf(context, row, undefined), null),
  );
  const second = table.second
    .slice(0, 1)
    .map((row) => problem("second_table", placeOf(context, row, undefined), null));
  const conflict = title.conflict
    ? [problem("period_conflict", placeOf(context, match.header.top, undefined), title.conflict)]
    : [];
  return [...strays, ...second, ...conflict, ...unknownColumns(context)];
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
