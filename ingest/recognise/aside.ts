import { columnWords, headerMeaning } from "./column_words.ts";
import { fitOf } from "./fit.ts";
import type { Match } from "./match.ts";
import { otherWard } from "./title_ward.ts";

/** Said of rows, these make them other figures than those of the table's period. */
const ASIDE: readonly string[] = [
  ...["cumulative", "last_period", "last_year", "change", "average", "plan", "target", "forecast"],
  ...["against", "against_plan", "against_last_period", "against_last_year", "draft", "dropped"],
];

/**
 * Whether words above or beside rows say that these are of another place, time or kind than the table: another ward
 * or a larger area, a comparison, what came together since another day.
 */
export function speaksAside(text: string, match: Match): boolean {
  const { words, areas } = match;
  if (otherWard([text], [text], areas) !== null || isLargerArea(text, match)) return true;
  return words.parts(text).some(({ terms, is_sure }) => {
    return is_sure && terms.length > 0 && terms.every((term) => ASIDE.includes(term));
  });
}

/** `Thành phố Hải Phòng`, `Cả nước`: an area of the programme that holds the ward. */
function isLargerArea(text: string, { areas }: Match): boolean {
  const area_id = areas.read(text.replace(/^\s*(?:[IVX]+|[A-H])[.)]\s*/, ""), null);
  const own = [areas.ward_id, ...areas.neighbourhoods.map((each) => each.area_id)];
  return area_id !== null && !own.includes(area_id) && areas.isKnown(text) && LARGER.test(text);
}

const LARGER = /(?:thành phố|tp\.?|tỉnh|quận|huyện|cả nước|toàn quốc)/iu;

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
