import { periodsIn } from "../parse/header_furniture.ts";
import { parsePeriod } from "../parse/period.ts";
import { readSubset } from "../recognise/row_rules.ts";
import { namePeriod } from "../recognise/title.ts";
import { titleContent } from "../recognise/title_content.ts";
import type { SheetContext } from "./sheet_context.ts";

/** Whether words are about a plan, an estimate, another period, a part, or what is not there. */
export function speaksOfOther(context: SheetContext, text: string): boolean {
  return meansOther(context, text) || isOfOtherPeriod(text, context.match, context.title);
}

/** Whether words are about something else than the form's figures, whatever their period; `unheard` terms aside. */
export function meansOther(
  { match }: SheetContext,
  text: string,
  unheard: readonly string[] = [],
): boolean {
  const { words } = match;
  const meanings = words.read(text).meanings.flat();
  if (match.areas.isKnown(text) || meanings.some((term) => term.startsWith("against")))
    return false;
  const isOutweighed = meanings.includes("achieved") || meanings.includes("participate");
  const excluding = meanings.filter((term) => words.isExcluding(term) && !unheard.includes(term));
  if (excluding.length > 0 && !(isOutweighed && excluding.every((term) => !HARD.includes(term))))
    return true;
  return titleContent([readSubset(text).label], match, match).some(isMeant);

  function isMeant(part: string): boolean {
    // `các tổ từ 31 đến 85` are no ages
    if (/\d/.test(part) && !/tuổi|tuoi/iu.test(text)) return false;
    return words.read(part).meanings.length > 0 || words.read(part).neutral.length > 0;
  }
}

/** Said of a figure, these count whatever is said beside them. */
const HARD: readonly string[] = [
  "not",
  "plan",
  "target",
  "forecast",
  "dropped",
  "stopped",
  "draft",
];

/** Whether a text names another period than its table, years aside. */
export function isOfOtherPeriod(
  text: string,
  { form, words }: SheetContext["match"],
  { period, year }: SheetContext["title"],
): boolean {
  const { meanings } = words.read(text);
  if (!period.ok || meanings.flat().some((term) => term.startsWith("against"))) return false;
  return periodsIn(text).some((each) => {
    const read = parsePeriod(each, year ?? period.value.year);
    const named = read.ok ? namePeriod(read.value, form) : read;
    if (!named.ok || named.value.frequency === "year") return false;
    const { start, end, frequency } = period.value;
    const isWithin = frequency === "year" && named.value.start >= start && named.value.end <= end;
    return named.value.end !== end && !isWithin;
  });
}
