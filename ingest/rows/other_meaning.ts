import { periodsIn } from "../parse/header_furniture.ts";
import { parsePeriod } from "../parse/period.ts";
import { readSubset } from "../recognise/row_rules.ts";
import { namePeriod } from "../recognise/title.ts";
import { titleContent } from "../recognise/title_content.ts";
import type { SheetContext } from "./sheet_context.ts";

/** Whether words are about a plan, an estimate, another period, a part, or what is not there; `unheard` terms aside. */
export function speaksOfOther(
  { match, title }: SheetContext,
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
  return (
    isOfOtherPeriod(text, match, title) ||
    titleContent([readSubset(text).label], match, match).some(isMeant)
  );

  function isMeant(part: string): boolean {
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
  { form }: SheetContext["match"],
  { period, year }: SheetContext["title"],
): boolean {
  if (!period.ok) return false;
  return periodsIn(text).some((each) => {
    const read = parsePeriod(each, year ?? period.value.year);
    const named = read.ok ? namePeriod(read.value, form) : read;
    return named.ok && named.value.end !== period.value.end && named.value.frequency !== "year";
  });
}
