import { headsOtherMeasure, speaksAside } from "../recognise/aside.ts";
import { withoutAreas } from "../recognise/title_content.ts";
import { speaksOfOther } from "./other_meaning.ts";
import type { SheetContext } from "./sheet_context.ts";

/** Whether a heading makes the rows below it other figures than the table's. */
export function isOtherHeading(context: SheetContext, text: string): boolean {
  const { match } = context;
  if (isOfThePeriod(context, text) || PART_OF_WARD.test(text)) return false;
  return (
    speaksOfOther(context, text) ||
    speaksAside(text, match) ||
    isOfOtherYear(context, text) ||
    headsOtherMeasure(text.replace(GROUP_NUMBER, ""), match) ||
    isStrangeHeading(context, text)
  );
}

/** `Khu vực Đông Khê cũ` over the ward's neighbourhoods there. */
const PART_OF_WARD =
  /^\s*(?:(?:[IVX]+|[A-Z]|\d+)[.)]\s*)?(?:khu vực|khu|cụm|khối|tuyến)\s(?!.*(?:phường|xã|quận|thành phố))/iu;

/** `I. Trong tháng`: what happened in the period, over a form of what happens. */
function isOfThePeriod({ match: { form, words } }: SheetContext, text: string): boolean {
  const { meanings, neutral, unknown } = words.read(text.replace(GROUP_NUMBER, ""));
  const said = [...meanings.flat(), ...neutral];
  const isFlow = Object.values(form.measures).some(({ kind }) => kind === "flow");
  const own = isFlow ? ["now", "within_period", "have"] : ["now", "have"];
  return said.length > 0 && unknown.length === 0 && said.every((term) => own.includes(term));
}

/** `II. Năm 2025` above rows of a table of 2026. */
function isOfOtherYear({ title: { period } }: SheetContext, text: string): boolean {
  const years = [...text.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map(([, year]) => Number(year));
  return period.ok && years.length > 0 && !years.includes(period.value.year);
}

/** A heading of rows that are told apart by known words, in words that nobody knows: they are of a part. */
function isStrangeHeading({ match }: SheetContext, text: string): boolean {
  const { category } = match.form.keys;
  if (category === undefined || "open" in category || match.areas.isKnown(text)) return false;
  const said = withoutAreas(text.replace(GROUP_NUMBER, ""), match.areas.isKnown);
  const parts = match.words.parts(said);
  return parts.some(({ terms, text: word }) => terms.length === 0 && /\p{L}{3}/u.test(word));
}

const GROUP_NUMBER = /^\s*(?:[IVX]+|[A-Z]|\d+)(?:\.\d+)*[\s.)-]+/;
