import { wordKey } from "../parse/key.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import type { TableRow } from "../recognise/locate.ts";
import { isTotalLabel } from "../recognise/row_rules.ts";
import { answerTo, asking } from "./doubt.ts";
import type { RowAreas } from "./row_area.ts";
import { keyTexts, placeOf, type SheetContext } from "./sheet_context.ts";

/** Whose sum a total row is: the ward's, that of some of its areas, or not to be said without asking. */
type Total = "ward" | "part" | "in_doubt";

/** What the rows beside a total speak of. */
interface Named {
  neighbourhoods: ReadonlySet<string>;
  unknown: number;
  /** The ward itself or another one has a row of its own. */
  has_wards: boolean;
}

/** Judges the total rows of a sheet: an outcome where one is read past, and what is asked about it. */
export interface WardTotals {
  past(row: TableRow): "partial_total" | null;
  problems: Problem[];
}

/** Opens the judge of totals: a total is the ward's where its rows are the ward's neighbourhoods, all of them. */
export function wardTotals(context: SheetContext, areas: RowAreas): WardTotals {
  const problems: Problem[] = [];
  let named: Named | undefined;
  return {
    problems,
    past: (row) => {
      named ??= namedAreas(context, areas);
      const label = labelOf(context, row);
      const total = judge(context, label, named);
      if (total === "ward") return null;
      if (total === "part") return "partial_total";
      const answer = answerTo(context, "area", areaId(context), label);
      if (answer === context.match.areas.ward_id) return null;
      if (answer === null) problems.push(totalQuestion(context, row, label, named));
      return "partial_total";
    },
  };
}

function judge(context: SheetContext, label: string, named: Named): Total {
  const { neighbourhoods: all, ward_keys } = context.match.areas;
  const { neighbourhoods, unknown, has_wards } = named;
  const isOfThings = neighbourhoods.size === 0 && unknown > 0;
  if (isOfWard(label, ward_keys) && !isOfThings) return "ward";
  if (has_wards) return "part";
  const counted = COUNT.exec(wordKey(label))?.[1];
  if (counted !== undefined) return Number(counted) === all.length ? "ward" : "part";
  if (neighbourhoods.size === 0) return isOfThings ? "in_doubt" : "ward";
  if (neighbourhoods.size + unknown >= all.length) return "ward";
  if (linesOf(context).some((line) => OF_A_PART.test(wordKey(line)))) return "part";
  return isFromFirst(all, neighbourhoods) ? "ward" : "in_doubt";
}

const COUNT = /\b(\d+) (?:to|tdp|khu|kp|thon|xom|ap|ban)\b/;

/** What is written over the table, its sheet and its file. */
function linesOf({ table, sheet, file }: SheetContext): string[] {
  return [...table.above, sheet.name, file];
}

/** Lines above a table of some of the neighbourhoods: an agent's, a cluster's, some by name. */
const OF_A_PART =
  /\b(?:dai ly|diem thu|phu trach|lien to|mot so (?:to|tdp|khu|thon)|cum (?:so )?\d+|cum dan cu)\b|\b(?:to dan pho|tdp|to|khu pho|thon) (?:so )?\d/;

function isOfWard(label: string, ward_keys: readonly string[]): boolean {
  const key = wordKey(label);
  return WHOLE.test(key) || ward_keys.some((ward) => ` ${key} `.includes(` ${ward} `));
}

const WHOLE = /(?<!\b(?:cac|\d+) )\b(?:phuong|xa|thi tran|dac khu)$/;

/** The rows are numbered from the first neighbourhood without a gap: a list that was not made of some. */
function isFromFirst(
  all: readonly { area_id: string; number: number | null }[],
  named: ReadonlySet<string>,
): boolean {
  const numbers = all.flatMap(({ area_id, number }) => (named.has(area_id) ? number : []));
  return Math.max(...numbers.map((number) => number ?? Number.POSITIVE_INFINITY)) === named.size;
}

function namedAreas(context: SheetContext, areas: RowAreas): Named {
  const { match, title, table } = context;
  const days = title.period.ok ? title.period.value : null;
  const texts = keyTexts(context);
  const all = new Set(match.areas.neighbourhoods.map(({ area_id }) => area_id));
  const neighbourhoods = new Set<string>();
  const unknown = new Set<string>();
  let has_wards = table.has_other_wards;
  const id = match.form.keys.area?.column;
  for (const { index } of table.rows.filter(({ is_total }) => !is_total)) {
    const text = match.columns.has(id ?? "") ? texts(index, id) : "";
    if (text === "") continue;
    const { area_id, past } = areas.of(text, days);
    if (past === "other_ward") has_wards = true;
    else if (all.has(area_id ?? "")) neighbourhoods.add(area_id ?? "");
    else if (area_id === null && past === null) unknown.add(text);
  }
  return { neighbourhoods, unknown: unknown.size, has_wards };
}

function labelOf({ sheet, match }: SheetContext, { index }: TableRow): string {
  const texts = (sheet.rows[index] ?? []).flatMap((cell) => cell?.text ?? []);
  return texts.find((text) => isTotalLabel(text, match.areas)) ?? texts[0] ?? "";
}

function areaId({ match }: SheetContext): string | null {
  return match.form.keys.area?.column ?? null;
}

function totalQuestion(
  context: SheetContext,
  row: TableRow,
  label: string,
  { neighbourhoods, unknown }: Named,
): Problem {
  const { areas } = context.match;
  const count = String(neighbourhoods.size + unknown);
  const words = { count, all: String(areas.neighbourhoods.length) };
  const place = placeOf(context, row.index, undefined);
  return asking(context, problem("partial_total", place, label, words), {
    kind: "area",
    column: areaId(context),
    text: label,
    samples: [],
    candidates: [{ id: areas.ward_id, vi: "toàn phường", en: "the whole ward" }, NOT_NEEDED],
  });
}
