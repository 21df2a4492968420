import { wordKey } from "../parse/key.ts";
import { columnWords, headerMeaning } from "./column_words.ts";
import { fitOf } from "./fit.ts";
import type { Match } from "./match.ts";
import { otherWard } from "./title_ward.ts";

/** Said of rows, these make them other figures than those of the table's period. */
const ASIDE: readonly string[] = [
  ...["cumulative", "since_new_year", "last_period", "last_year", "change", "average"],
  ...[
    "increase",
    "decrease",
    "plan",
    "target",
    "forecast",
    "against",
    "against_plan",
    "against_last_period",
    "against_last_year",
    "draft",
    "dropped",
  ],
];

/**
 * Whether words above or beside rows say that these are of another place, time or kind than the table: another ward
 * or a larger area, a comparison, what came together since another day.
 */
export function speaksAside(text: string, match: Match): boolean {
  const { words, areas, form } = match;
  if (otherWard([text], [text], areas) !== null || isOtherArea(text, match)) return true;
  if (RISE.test(wordKey(text))) return false;
  const allowed = new Set(
    (form.match.allows ?? []).flatMap((each) => words.read(each).meanings.flat()),
  );
  const isAside = (term: string) => ASIDE.includes(term) && !allowed.has(term);
  return words.parts(text).some(({ terms, is_sure }) => is_sure && terms.some(isAside));
}

/** `So với tháng 9 tăng 2 hộ`: what is said of the figures is no other figure. */
const RISE = /\b(?:tang|giam) (?:them )?\d/;

/** `Cả nước`, a city, another ward: an area of the programme that is not in the ward. */
function isOtherArea(text: string, { areas }: Match): boolean {
  if (PART_OF_WARD.test(text)) return false;
  const area_id = areas.read(text.replace(/^\s*(?:[IVX]+|[A-H])[.)]\s*/, ""), null);
  const own = [areas.ward_id, ...areas.neighbourhoods.map((each) => each.area_id)];
  return area_id !== null && !own.includes(area_id);
}

/** `Khu vực Đông Khê cũ` over the ward's neighbourhoods there. */
const PART_OF_WARD = /^\s*(?:[IVX]+[.)]\s*)?(?:khu vực|khu|cụm|khối|tuyến)\s/iu;

/** Whether a heading names a measure that the table has no column for: the figures below it are that measure's. */
export function headsOtherMeasure(text: string, { form, columns, words }: Match): boolean {
  const header = headerMeaning({ texts: [text], key: text }, words);
  if (header.terms.size === 0 && header.neutral.size === 0) return false;
  const context = { free: new Set<string>(), implied: new Set<string>() };
  const fits = columnWords(form, words)
    .filter(({ id }) => form.measures[id] !== undefined)
    .flatMap((column) => (fitOf(header, column, context) ? column.id : []));
  return fits.length > 0 && !fits.some((id) => columns.has(id));
}
