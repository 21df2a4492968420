import { wordKey } from "../parse/key.ts";
import { isCaveat } from "./caveats.ts";
import { isAmbiguous } from "./held.ts";
import { isOfOtherPeriod } from "./other_meaning.ts";
import type { SheetContext } from "./sheet_context.ts";

/** What a remark may say first: the figure is no figure of what was done in the period. */
const NOT_DONE: readonly string[] = ["plan", "target", "forecast", "draft", "dropped", "average"];
/** Words that may stand before it (`lấy kế hoạch`, `số ước`). */
const BEFORE_IT =
  /^(?:(?:chua bao cao|chua co bao cao|chua gui|tam tinh|lay|theo|so|so lieu|la|cua) )+/;

/** Whether words say that a figure is none of what was done in the period. */
export function isUndoneText(context: SheetContext, text: string): boolean {
  return isCaveat(context, text) || saysUndone(context, text);
}

/** `ước`, `lấy kế hoạch`, `số tháng 8`: what a remark says first is no figure of the period. */
function saysUndone({ match, title }: SheetContext, text: string): boolean {
  const key = wordKey(text);
  const rest = key.replace(BEFORE_IT, "");
  const { category } = match.form.keys;
  const isOfCodes = category !== undefined && "open" in category && category.open === "code";
  const isFlow =
    isOfCodes || Object.values(match.form.measures).some(({ kind }) => kind === "flow");
  const skipped = key.length - rest.length;
  const said =
    skipped > 0
      ? text.split(/\s+/).slice(key.slice(0, skipped).trim().split(" ").length).join(" ")
      : text;
  const [first] = match.words.parts(said.replace(/^[^\p{L}\p{N}]+/u, ""));
  const terms = first?.is_sure && !isAmbiguous(first.text) ? first.terms : [];
  if (terms.some((term) => NOT_DONE.includes(term) || (isFlow && term === "cumulative")))
    return true;
  const isOfNumber = /^(?:so|so lieu|lay so|lay so lieu)(?: cua)? (?:thang|quy|ky|nam) /.test(key);
  return isOfNumber && (isOfOtherPeriod(text, match, title) || / truoc$/.test(key));
}
