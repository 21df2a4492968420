import type { Form } from "../form.ts";
import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import type { Sheet } from "../read/grid.ts";

/**
 * Whether a table without a column of areas can only speak of the whole ward: one row of figures, or one for
 * each period, and no cell of them names another area.
 */
export function isOfWholeWard(
  { rows }: Sheet,
  bottom: number,
  { form, columns, areas }: { form: Form; columns: ReadonlyMap<string, number>; areas: AreaReader },
): boolean {
  const figures = Object.keys(form.measures).flatMap((id) => columns.get(id) ?? []);
  const period = columns.get(form.keys.period?.column ?? "");
  const filled = rows
    .slice(bottom + 1)
    .filter((row) => figures.some((column) => /\d/.test(row[column]?.text ?? "")));
  const periods = filled.map((row) => wordKey(row[period ?? -1]?.text ?? ""));
  const isAlone = filled.length <= 1 || new Set(periods).size === periods.length;
  const isWard = (text: string) => {
    const area = areas.read(text, null);
    return area === null || area === areas.ward_id;
  };
  return isAlone && filled.every((row) => row.every((cell) => cell === null || isWard(cell.text)));
}
