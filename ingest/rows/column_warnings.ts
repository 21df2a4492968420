import { type Problem, problem } from "../problems/problem.ts";
import type { RuleId } from "../problems/problem_rules.ts";
import { cellOf, placeOf, type SheetContext } from "./sheet_context.ts";

/** A column as warnings name it. */
interface WarnedColumn {
  id: string;
  /** 0-based. */
  column: number;
  header: string;
}

/** Warnings about cells, given once a column and rule: cell by cell they would fill pages. */
export interface ColumnWarnings {
  /** Counts a warning about a row's cell (0-based row). */
  add(rule: RuleId, column: WarnedColumn, row: number): void;
  /** A warning for each column and rule, at its first cell, with the number of cells. */
  problems(): Problem[];
}

/** Opens the warnings of a sheet. */
export function columnWarnings(context: SheetContext): ColumnWarnings {
  const found = new Map<string, { rule: RuleId; column: WarnedColumn; rows: number[] }>();
  return {
    add(rule, column, row) {
      const key = `${rule}:${column.id}`;
      const entry = found.get(key) ?? { rule, column, rows: [] };
      entry.rows.push(row);
      found.set(key, entry);
    },
    problems: () =>
      [...found.values()].map(({ rule, column, rows: [first = 0, ...rest] }) => {
        const found = cellOf(context, first, column.id)?.text ?? null;
        const words = { column: column.header, count: String(1 + rest.length) };
        return problem(rule, placeOf(context, first, column.column), found, words);
      }),
  };
}
