import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import type { Period } from "../parse/period.ts";
import type { FrameColumn } from "./frame.ts";
import type { HeaderLevel } from "./header_rows.ts";
import { isOfTime, isPurePeriod, periodIn } from "./periods.ts";
import { type HeaderRole, roleOf } from "./words.ts";

/** What a column of figures speaks of, by the levels of its header. */
export interface Facets {
  column: number;
  /** The lowest level: where the column is told of. */
  header: HeaderLevel;
  area: HeaderLevel | null;
  /** The area's name in full: `1` under `Tổ dân phố` is `Tổ dân phố 1`. */
  area_text: string | null;
  period: Period | null;
  /** The level that says the period. */
  period_level: HeaderLevel | null;
  role: HeaderRole;
  /** The level that says that it happened in the period (`Trong tháng`): of what is there it is another figure. */
  within: HeaderLevel | null;
  /** The levels that name what is counted. */
  measure: HeaderLevel[];
}

/** What the levels above say of those below them. */
interface Context {
  areas: AreaReader;
  /** The year of the lines above. */
  year: number | undefined;
}

/** Reads the header of a column of figures. */
export function facetsOf({ column, levels }: FrameColumn, { areas, year }: Context): Facets {
  const header = levels.at(-1) ?? { text: "", row: 0, column };
  const facets: Facets = {
    ...{ column, header, area: null, area_text: null, period: null, period_level: null },
    ...{ role: "other", within: null, measure: [] },
  };
  let years = year;
  for (const [index, level] of levels.entries()) {
    const above = levels[index - 1]?.text ?? "";
    const period = periodOfLevel(level.text, years);
    if (period) {
      facets.period = period;
      facets.period_level = level;
      years = period.year ?? years;
    }
    const area_text = areaText(level.text, above, areas);
    if (area_text !== null && !period) Object.assign(facets, { area: level, area_text });
    else if (!period) place(facets, level);
    else if (!isPurePeriod(level.text)) place(facets, level);
  }
  return facets;
}

/** Puts a level where it belongs: it says whether figures are planned or done, or what they count. */
function place(facets: Facets, level: HeaderLevel): void {
  const role = roleOf(level.text);
  if (["this", "done"].includes(role) && WITHIN.test(wordKey(level.text))) facets.within = level;
  const isOfAreas = facets.area === null && AREA_GROUP.test(wordKey(level.text));
  if (role === "other" || role === "label" || role === "note" || role === "ordinal") {
    if (!isOfAreas && !isOfTime(level.text)) facets.measure.push(level);
    return;
  }
  if (role === "ratio" && facets.measure.length > 0) facets.measure.push(level);
  if (isTotalOfPeriod(facets, role)) {
    facets.measure.push(level);
    return;
  }
  const isOfAbove = role === "value" || isOfComparison(facets, role);
  if (facets.role === "other" || !isOfAbove) facets.role = role;
}

/** `Tổng cộng` below `Quý I`, beside the parts: the whole of what is counted then, and no sum of periods. */
function isTotalOfPeriod({ period_level, measure, area }: Facets, role: HeaderRole): boolean {
  return role === "total" && period_level !== null && area === null && measure.length === 0;
}

/** `%` below `So cùng kỳ` is a comparison too. */
function isOfComparison({ role: above }: Facets, role: HeaderRole): boolean {
  return above === "comparison" && role === "ratio";
}

const WITHIN = /\b(?:trong|phat sinh) (?:thang|ky|quy|nam)\b/;

/** The header above a row of neighbourhoods. */
const AREA_GROUP =
  /^(?:chia |trong do )?(?:theo )?(?:cac )?(?:to dan pho|tdp|to|khu pho|thon|dia ban|khu vuc|don vi)(?: dan cu)?$/;

/** A header of words may mention a period (`so với tháng 9`): only what is done, or planned, is of it. */
function periodOfLevel(text: string, year: number | undefined): Period | null {
  const role = roleOf(text);
  const isDated = ["done", "this", "last", "cumulative", "value"].includes(role);
  const [, within = ""] = /\(([^()]*\d[^()]*)\)\s*$/.exec(text) ?? [];
  if (isPurePeriod(text) || isDated) return periodIn(text, year);
  return isPurePeriod(within) && role !== "plan" ? periodIn(within, year) : null;
}

function areaText(text: string, above: string, areas: AreaReader): string | null {
  const isNumber = /^(?:so )?\d+$/.test(wordKey(text));
  if (isNumber && AREA_GROUP.test(wordKey(above)))
    return areas.isKnown(text, { is_neighbourhood_column: true }) ? `Tổ dân phố ${text}` : null;
  return !isNumber && areas.isKnown(text) ? text : null;
}
