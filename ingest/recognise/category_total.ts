import { wordKey } from "../parse/key.ts";
import type { Sheet } from "../read/grid.ts";
import { categoryOf } from "./category.ts";
import type { LocatedTable } from "./locate.ts";
import type { Match } from "./match.ts";

/**
 * The category that the total of a table is: the one that its title names, where all its rows are parts of it
 * (`Tình hình tội phạm về trật tự xã hội` over `Giết người`, `Trộm cắp` …). Null where something else stands beside.
 */
export function categoryOfTotal(
  sheet: Sheet,
  match: Match,
  { rows, above }: LocatedTable,
): string | null {
  const { form, columns } = match;
  const column = columns.get(form.keys.category?.column ?? "");
  if (column === undefined) return null;
  const ids = rows.map(({ index }) => {
    const found = categoryOf(match, sheet.rows[index]?.[column]?.text ?? "");
    return found?.is_subset ? "" : (found?.id ?? null);
  });
  const isPart = (parts: readonly string[]) => (id: string | null) =>
    id === "" || (id !== null && parts.includes(id));
  const whole = form.category_checks?.find(
    ({ parts }) => parts.length > 1 && ids.length > 1 && ids.every(isPart(parts)),
  );
  const named = namedIn(above, match).filter((id) => !whole?.parts.includes(id));
  return whole && named.length === 1 && named[0] === whole.total ? whole.total : null;
}

/** The categories that lines name. */
function namedIn(lines: readonly string[], { form }: Match): string[] {
  const said = ` ${lines.map(wordKey).join(" ")} `;
  const known = Object.entries(form.keys.category?.known ?? {});
  return known.flatMap(([id, { texts }]) =>
    texts.some((text) => said.includes(` ${wordKey(text)} `)) ? id : [],
  );
}
