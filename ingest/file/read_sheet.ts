import type { LandedRow, LandedRows } from "../land/landed.ts";
import { recordsTable } from "../land/records_table.ts";
import type { Lessons } from "../lessons.ts";
import { type Problem, problem } from "../problems/problem.ts";
import type { Sheet } from "../read/grid.ts";
import { filledRows, type LocatedTable, locate } from "../recognise/locate.ts";
import type { Match } from "../recognise/match.ts";
import { type FileFacts, readTitle, type TitleFacts } from "../recognise/title.ts";
import { provisionalRemark } from "../rows/caveats.ts";
import { type ExtractedRows, PAST_OUTCOMES } from "../rows/extracted_rows.ts";
import { readObservations } from "../rows/observations.ts";
import { readRecords } from "../rows/records.ts";
import { placeOf, type SheetContext } from "../rows/sheet_context.ts";
import type { PlainTable } from "../tables/reading.ts";
import { columnProblems } from "./column_problems.ts";
import { countFates, type Fate, type RowCounts, sortedJson } from "./row_fates.ts";
import type { Waiting } from "./waiting.ts";

/** What a sheet gave, with the row of counts that lands of it. */
export interface SheetOutcome {
  sheet_row: LandedRow<"sheets">;
  extracted: ExtractedRows;
  titles: TitleFacts[];
  editions: string[];
  /** The extracted records by the table in which they land. */
  records: LandedRows;
}

/** What one table of a sheet gave. */
export interface TableOutcome {
  context: SheetContext;
  extracted: ExtractedRows;
}

/** Takes a recognised table apart and reads the lines around it. */
export function openTable(
  { sheet, is_dated, below }: PlainTable,
  match: Match,
  file?: FileFacts,
  table: LocatedTable = locate(sheet, match),
): { table: LocatedTable; title: TitleFacts } {
  const lines = [...table.below, ...below];
  const [name, about] = is_dated ? ["", file && unnamed(file, sheet)] : [sheet.name, file];
  return { table, title: readTitle(table.above, lines, name, match, about) };
}

/** Facts that say nothing of a period; what people have answered of the sheet holds all the same. */
function unnamed({ lessons, ...file }: FileFacts, { name }: Sheet): FileFacts {
  const answer: Lessons["answer"] = (asked) => lessons.answer({ ...asked, sheet: name });
  return { ...file, file_name: "", lessons: { answer } };
}

/** Whether a sheet has rows of figures and nothing says for sure of which period they are. */
export function lacksPeriod({ match, table, title }: SheetContext): boolean {
  const hasColumn = match.columns.has(match.form.keys.period?.column ?? "");
  return table.rows.length > 0 && !hasColumn && !title.period.ok;
}

/** What a table gives that waits for an answer: nothing yet, or nothing ever where it is another ward's or not needed. */
export function waitingTable(context: SheetContext, waiting: Waiting): TableOutcome {
  const outcome = "rule" in waiting ? waiting.rule : "rejected";
  const extracted: ExtractedRows = {
    observations: [],
    remarks: [],
    records: [],
    problems: "problem" in waiting ? [waiting.problem] : [],
    outcomes: context.table.rows.map(() => outcome),
  };
  return { context, extracted };
}

/** Reads a recognised table. Every filled row ends as landed, rejected or ignored by a rule. */
export function extractTable(context: SheetContext): TableOutcome {
  const extracted = context.match.form.records ? readRecords(context) : readObservations(context);
  extracted.problems.push(...sheetProblems(context));
  return { context, extracted };
}

/** The outcome of a sheet that is one table as it stands. */
export function plainOutcome(sheet: Sheet, outcome: TableOutcome): SheetOutcome {
  const { table } = outcome.context;
  const { outcomes } = outcome.extracted;
  const count = (wanted: string) => outcomes.filter((one) => one === wanted).length;
  const ignored = { ...table.ignored };
  for (const rule of PAST_OUTCOMES) if (count(rule) > 0) ignored[rule] = count(rule);
  const counts = {
    rows_read: filledRows(sheet).length,
    rows_landed: count("landed"),
    rows_rejected: count("rejected") + table.after_end.length + table.second.length,
    rows_ignored: sum(Object.values(ignored)),
    ignored_by_rule: sortedJson(ignored),
  };
  return sheetOutcome(sheet, [outcome], counts);
}

/** The outcome of a sheet of several tables, or of tables made of it, by the fates of its rows. */
export function madeOutcome(
  sheet: Sheet,
  outcomes: readonly TableOutcome[],
  fates: ReadonlyMap<number, Fate>,
): SheetOutcome {
  return sheetOutcome(sheet, outcomes, countFates(filledRows(sheet), fates));
}

function sheetOutcome(
  sheet: Sheet,
  outcomes: readonly TableOutcome[],
  counts: RowCounts,
): SheetOutcome {
  const [first] = outcomes;
  if (!first) throw new Error(`no table: ${sheet.name}`);
  const { match, title, file_hash } = first.context;
  const period = title.period.ok ? title.period.value : null;
  const sheet_row = {
    file_hash,
    sheet: sheet.name,
    form: match.form.id,
    title: title.title,
    period_start: period?.start ?? null,
    period_end: period?.end ?? null,
    ...counts,
  };
  return {
    sheet_row,
    extracted: joined(outcomes.map(({ extracted }) => extracted)),
    titles: outcomes.map(({ context }) => context.title),
    editions: outcomes.flatMap(({ context }) => context.match.edition ?? []),
    records: recordsOf(outcomes),
  };
}

/** What several tables gave; a problem of the header that they share is told once. */
function joined(all: readonly ExtractedRows[]): ExtractedRows {
  const [only] = all;
  if (only && all.length === 1) return only;
  const problems = all.flatMap(({ problems }) => problems);
  const said = ({ message_vi, question }: Problem) => `${message_vi} ${question?.text ?? ""}`;
  const first = new Map(problems.map((each) => [said(each), each] as const).reverse());
  return {
    observations: all.flatMap(({ observations }) => observations),
    remarks: all.flatMap(({ remarks }) => remarks),
    records: all.flatMap(({ records }) => records),
    problems: problems.filter((each) => first.get(said(each)) === each),
    outcomes: all.flatMap(({ outcomes }) => outcomes),
  };
}

function recordsOf(outcomes: readonly TableOutcome[]): LandedRows {
  const records: Record<string, Record<string, unknown>[]> = {};
  for (const { context, extracted } of outcomes) {
    if (!context.match.form.records) continue;
    const table = recordsTable(context.match.form);
    records[table] = records[table] ? [...records[table], ...extracted.records] : extracted.records;
  }
  return records as LandedRows;
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
  return { sheet_row, extracted: joined([]), titles: [], editions: [], records: {} };
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
  const fromName =
    title.is_period_from_name && title.period.ok && table.rows.length > 0
      ? [problem("period_from_name", placeOf(context, match.header.top, undefined), context.file)]
      : [];
  const remark = provisionalRemark(context);
  const provisional =
    remark !== null && table.rows.length > 0
      ? [problem("provisional_figures", placeOf(context, match.header.top, undefined), remark)]
      : [];
  const told = [...afterEnd, ...second, ...conflict, ...fromName, ...provisional];
  return [...told, ...columnProblems(context)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
