import { checkRow } from "./check.ts";
import type { Form } from "./form.ts";
import { cellOf, type Harvest, placeOf, type RowOutcome, type SheetContext } from "./harvest.ts";
import type { LandedRow } from "./landed.ts";
import type { TableRow } from "./locate.ts";
import { type MeasureColumn, measureColumns, readMeasure, unitOf } from "./measure.ts";
import { parseUnit, type Unit } from "./parse/unit.ts";
import { type Problem, problem, type RuleId } from "./problem.ts";
import { cellAddress } from "./read/grid.ts";
import { keyReader, keyText, type RowKey } from "./row_key.ts";

/** Reads the figures of a sheet: each cell of a measure becomes an observation or a problem. */
export function observe(context: SheetContext): Harvest {
  const reader = rowObserver(context);
  const outcomes = context.table.rows.map(reader.read);
  const problems = [...reader.problems, ...reader.doubts()];
  return { observations: reader.observations, records: [], problems, outcomes };
}

function rowObserver(context: SheetContext) {
  const columns = measureColumns(context);
  const readKey = keyReader(context);
  const seen = new Map<string, string>();
  const observations: LandedRow<"observations">[] = [];
  const problems: Problem[] = [];
  const tally = doubtTally(context);
  const reject = (found: Problem): RowOutcome => {
    problems.push(found);
    return "rejected";
  };
  const read = (row: TableRow): RowOutcome => {
    const key = readKey(row);
    if (!key.ok) return reject(key.problem);
    const unit = rowUnit(context, row.index);
    if (unit && "problem" in unit) return reject(unit.problem);
    const place = placeOf(context, row.index, keyColumn(context));
    const first = seen.get(keyText(key.value));
    if (first) return reject(problem("duplicate_key", place, labelOf(key.value), { first }));
    seen.set(keyText(key.value), place.cell ?? "");
    const values = new Map<string, number>();
    let rejected = 0;
    for (const column of columns) {
      const cell = readMeasure(context, row.index, column, unit);
      if (cell.kind === "problem") rejected += problems.push(cell.problem) > 0 ? 1 : 0;
      if (cell.kind === "blank" && cell.policy === "missing" && !row.is_total)
        tally.add("missing_value", column, row.index);
      if (cell.kind !== "value") continue;
      if (cell.is_ambiguous) tally.add("ambiguous_number", column, row.index);
      if (cell.doubt)
        problems.push(
          problem(
            "sign_conflict",
            placeOf(context, row.index, column.column),
            cellOf(context, row.index, column.id)?.text ?? null,
          ),
        );
      values.set(column.id, cell.value);
      observations.push(observation(context, row.index, column, key.value, cell, unit));
    }
    problems.push(
      ...checkRow(context.match.form, values, (id) =>
        placeOf(context, row.index, context.match.columns.get(id)),
      ),
    );
    if (values.size > 0) return "landed";
    return rejected > 0 ? "rejected" : "no_values";
  };
  return { read, observations, problems, doubts: tally.problems };
}

function observation(
  { match, sheet, file_hash }: SheetContext,
  row: number,
  { id, measure, column }: MeasureColumn,
  key: RowKey,
  { value, is_approximate }: { value: number; is_approximate: boolean },
  unit: Unit | null,
): LandedRow<"observations"> {
  const { period } = key;
  const kind = key.kind ?? measure.kind;
  return {
    form: match.form.id,
    measure: id,
    category: key.category,
    area_text: key.area_text,
    area_id: key.area_id,
    frequency: period.frequency,
    period_start: period.start,
    period_end: period.end,
    value,
    unit: unitOf(measure, unit),
    kind: kind === "flow" && period.is_year_to_date ? "flow_ytd" : kind,
    is_approximate,
    is_total: key.is_total,
    is_subset: key.is_subset || (measure.is_subset ?? false),
    file_hash,
    sheet: sheet.name,
    cell: cellAddress(row, column),
  };
}

/** The unit that a row states, where the form has a column for it. */
function rowUnit(context: SheetContext, row: number): Unit | null | { problem: Problem } {
  const id = unitColumn(context.match.form);
  if (id === null) return null;
  const text = cellOf(context, row, id)?.text ?? "";
  const unit = parseUnit(text);
  if (unit) return unit;
  const place = placeOf(context, row, context.match.columns.get(id));
  return { problem: problem("unknown_unit", place, text || null) };
}

function unitColumn({ measures }: Form): string | null {
  const units = Object.values(measures).map(({ unit }) => unit);
  return units.flatMap((unit) => (typeof unit === "string" ? [] : unit.column))[0] ?? null;
}

function keyColumn({ match: { form, columns } }: SheetContext): number | undefined {
  return columns.get(form.keys.category?.column ?? "") ?? columns.get(form.keys.area?.column ?? "");
}

function labelOf({ category, area_text, period }: RowKey): string {
  return [category, area_text, period.end].filter((part) => part !== null).join(" · ");
}

/** Doubts that would fill pages cell by cell are told once a column, at their first cell. */
function doubtTally(context: SheetContext) {
  const counts = new Map<string, { rule: RuleId; column: MeasureColumn; row: number; n: number }>();
  const add = (rule: RuleId, column: MeasureColumn, row: number) => {
    const key = `${rule}:${column.id}`;
    const entry = counts.get(key) ?? { rule, column, row, n: 0 };
    counts.set(key, { ...entry, n: entry.n + 1 });
  };
  const problems = (): Problem[] =>
    [...counts.values()].map(({ rule, column, row, n }) => {
      const found = cellOf(context, row, column.id)?.text ?? null;
      const words = { column: column.header, count: String(n) };
      return problem(rule, placeOf(context, row, column.column), found, words);
    });
  return { add, problems };
}
