import { documentDate } from "../parse/date.ts";
import { wordKey } from "../parse/key.ts";
import { isSigner, isTotalLabel } from "../recognise/row_rules.ts";
import { isTimeWord, withoutAreas } from "../recognise/title_content.ts";
import { otherWard } from "../recognise/title_ward.ts";
import type { SheetContext } from "./sheet_context.ts";

/** A shorter text is a name, a title or a heading. */
const FEWEST_WORDS = 5;
/** One strange word may be misspelt, or a name. */
const FEWEST_STRANGE = 2;
/** How a figure follows from others: `(*) bằng bốn cột sau cộng lại`, `Nam + Nữ = Dân số`. */
const FORMULA =
  /^\W*(?:\(?\S{1,2}\)\s*)?(?:được\s+)?(?:bằng|=|là tổng|tính bằng|lấy)\s.*(?:cộng|chia|nhân|tổng|cột|\(\d+\))|\s=\s/iu;
/** Why a figure moved: `tăng 12 do …`, `nhiều hơn năm ngoái vì …`. */
const REASON =
  /(?:tăng|giảm|lên|xuống|hơn|kém|ít|nhiều|thấp|cao|thiếu|chậm|hụt|trễ)\s.*(?:\sdo\s|\svì\s|\snhờ\s|\sbởi\s)/iu;
/** Whom a paper goes to, and lines that lead to it. */
const OF_PAPER = /^(?:nhu tren|luu|noi nhan|kinh gui|kem theo|can cu|nguon|dvt|don vi tinh)\b/;

/**
 * Whether a remark on figures says something of which nobody knows that it limits nothing: a sentence with words that
 * the vocabulary does not know, and none by which remarks are harmless. What is not understood is asked.
 */
export function isUnknownRemark(context: SheetContext, text: string): boolean {
  const { words, areas } = context.match;
  if (isSentence(text) && otherWard([text], [text], areas) !== null) return true;
  if (!isSentence(text) || isFormula(text) || REASON.test(text) || words.harmlessIn(text) !== null)
    return false;
  if (isSigner(text) || isTotalLabel(text, areas) || documentDate([text]) !== null) return false;
  if (OF_PAPER.test(wordKey(text)) || isOfItsBorders(context, text)) return false;
  const strange = words.parts(withoutAreas(text, areas.isKnown)).filter(({ terms, text: word }) => {
    return terms.length === 0 && /^\p{Ll}{2}/u.test(word) && !isTimeWord(word);
  });
  return strange.length >= FEWEST_STRANGE;
}

/** `theo địa giới trước ngày 01/01/2025`, said of a period before that day: the borders are those of its time. */
function isOfItsBorders({ title: { period } }: SheetContext, text: string): boolean {
  const [, day = "", month = "", year] = BORDERS.exec(text) ?? [];
  return period.ok && year !== undefined && period.value.end < `${year}-${month}-${day}`;
}

const BORDERS = /(?:địa giới|ranh giới|đơn vị hành chính).*trước ngày (\d\d)\/(\d\d)\/(\d{4})/iu;

/** Words of which most are written small: no name, no title. */
function isSentence(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const small = words.filter((word) => /^\W*\p{Ll}/u.test(word));
  return words.length >= FEWEST_WORDS && small.length * 2 > words.length;
}

/** Whether a text says how a figure follows from others of the table. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}
