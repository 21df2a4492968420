import { type Problem, problem } from "../problems/problem.ts";
import type { RuleId } from "../problems/rules.ts";
import { cellOf, placeOf, type SheetContext } from "./harvest.ts";

/** A column as it is told of. */
interface DoubtedColumn {
  id: string;
  /** 0-based. */
  column: number;
  header: string;
}

/** Doubts about cells, told once a column and rule: cell by cell they would fill pages. */
export interface DoubtTally {
  /** Counts a doubt about a row's cell (0-based row). */
  add(rule: RuleId, column: DoubtedColumn, row: number): void;
  /** A warning for each column and rule, at its first cell, with the number of cells. */
  problems(): Problem[];
}

/** Opens the tally of a sheet. */
export function doubtTally(context: SheetContext): DoubtTally {
  const tally = new Map<string, { rule: RuleId; column: DoubtedColumn; rows: number[] }>();
  return {
    add(rule, column, row) {
      const key = `${rule}:${column.id}`;
      const entry = tally.get(key) ?? { rule, column, rows: [] };
      entry.rows.push(row);
      tally.set(key, entry);
    },
    problems: () =>
      [...tally.values()].map(({ rule, column, rows: [first = 0, ...rest] }) => {
        const found = cellOf(context, first, column.id)?.text ?? null;
        const words = { column: column.header, count: String(1 + rest.length) };
        return problem(rule, placeOf(context, first, column.column), found, words);
      }),
  };
}
