import type { Problem } from "../problems/problem.ts";
import type { RecordValue } from "./record_cell.ts";
import type { SheetContext } from "./sheet_context.ts";
import { statedUnits } from "./stated_unit.ts";

/** Columns of a list whose figures have a unit: what turns them into it, and which can't be believed. */
export interface ListUnits {
  /** Puts the figures of a row into their units; what is not believed goes. */
  convert(values: (RecordValue | null)[]): void;
  problems: Problem[];
}

/** What a list states of the units of its figures. */
export function listUnits(context: SheetContext): ListUnits {
  const { form, columns, header } = context.match;
  const headed = Object.entries(form.columns).flatMap(([id, { unit }]) => {
    const column = columns.get(id);
    if (!unit || column === undefined) return [];
    const texts = header.cells.find((cell) => cell.column === column)?.texts ?? [];
    return [{ id, measure: { unit, kind: "stock" as const }, column, texts }];
  });
  const statedOf = statedUnits(context, headed);
  const stated = headed.map((one) => ({ column: one.column, unit: statedOf(one) }));
  return {
    convert: (values) => {
      for (const { column, unit } of stated) {
        const value = values[column];
        if ("problem" in unit) values[column] = null;
        else if (typeof value === "number")
          values[column] = Number((value * unit.factor).toPrecision(15));
      }
    },
    problems: stated.flatMap(({ unit }) => ("problem" in unit ? unit.problem : [])),
  };
}
