import { periodsIn } from "../parse/header_furniture.ts";
import { wordKey } from "../parse/key.ts";
import { parsePeriod } from "../parse/period.ts";
import type { AssignedColumn } from "./assign_columns.ts";
import type { HeaderCell } from "./header.ts";
import type { Match } from "./match.ts";
import { type NamedPeriod, namePeriod, type TitleFacts } from "./title.ts";

/**
 * The match without the columns whose header names another period than the table's (`Năm 2025`, `đến
 * 31/12/2025`): these are in doubt, unless people have said what they are.
 */
export function withoutOtherPeriods(match: Match, { period, year }: TitleFacts): Match {
  if (!period.ok) return match;
  const taught = new Set(match.taught);
  const others = [...match.columns].flatMap(([id, column]): AssignedColumn[] => {
    const cell = match.header.cells.find((each) => each.column === column);
    const isOther = cell && !taught.has(column) && namesOther(cell, match, id, period.value, year);
    return isOther ? [{ id, cell, points: 0, sureness: "doubt", rivals: [] }] : [];
  });
  if (others.length === 0) return match;
  const dropped = new Set(others.map(({ id }) => id));
  return {
    ...match,
    columns: new Map([...match.columns].filter(([id]) => !dropped.has(id))),
    doubts: [...match.doubts, ...others],
  };
}

/** A comparison names the other period by nature. */
const COMPARED = /\bso (?:voi|sanh|cung ky|thang|ky|quy|nam)\b/;

function namesOther(
  { texts }: HeaderCell,
  { form }: Match,
  id: string,
  own: NamedPeriod,
  year: number | null,
): boolean {
  const kind = form.measures[id]?.kind;
  if (kind === undefined || COMPARED.test(wordKey(texts.join(" ")))) return false;
  return texts.flatMap(periodsIn).some((text) => {
    const read = parsePeriod(text, year ?? own.year);
    const named = read.ok ? namePeriod(read.value, form) : read;
    return named.ok && !isSame(named.value, own, kind === "stock");
  });
}

/** A stock's day is the table's; a flow runs over the same days; a bare year is the year of both. */
function isSame(named: NamedPeriod, own: NamedPeriod, isStock: boolean): boolean {
  if (named.frequency === "year" && !named.is_accumulated) return named.year === own.year;
  return named.end === own.end && (isStock || named.start === own.start);
}
