import { wordKey } from "../parse/key.ts";
import { keyTexts, type SheetContext } from "./sheet_context.ts";

const NUMBERED =
  /(?<!\p{L})(?:tổ(?: dân phố)?|tdp|khu dân cư|khu phố|kp|thôn)\s*(?:số\s*)?((?:\d{1,3}(?:\s*(?:,|và|&)\s*(?=\d))?)+)(?![\d/.])/giu;
/** Other rows than those that are named by their numbers. */
const OTHERS =
  /(?<!\p{L})(?:(?:các|những|mỗi|một số|nhiều) (?:tổ|tdp|khu|thôn)(?!\p{L})(?!\s*(?:dân phố\s*)?\d)|(?:tổ|tdp|khu|thôn) (?:khác|còn lại|bên cạnh|liền kề|lân cận|nào)|toàn phường|cả phường|toàn bộ|đến tổ|đến tdp)(?!\p{L})|\d\s*(?:-|–|đến)\s*\d/iu;

/**
 * The rows (0-based) of the neighbourhoods that a remark names by their numbers, with those of the ward, which hold
 * them; null where it names none, or one without a row, or speaks of other rows too.
 */
export function limitedRows(context: SheetContext, text: string): ReadonlySet<number> | null {
  const numbers = numbersIn(text);
  if (numbers.length === 0 || OTHERS.test(text)) return null;
  const { wards, byNumber } = rowsOfAreas(context);
  if (numbers.some((number) => !byNumber.has(number))) return null;
  return new Set([...wards, ...numbers.flatMap((number) => byNumber.get(number) ?? [])]);
}

function numbersIn(text: string): number[] {
  const lists = [...text.normalize("NFC").matchAll(NUMBERED)].map(([, list = ""]) => list);
  return lists.flatMap((list) => (list.match(/\d+/g) ?? []).map(Number));
}

function rowsOfAreas(context: SheetContext): { wards: number[]; byNumber: Map<number, number[]> } {
  const { table, match } = context;
  const { areas, form } = match;
  const texts = keyTexts(context);
  const numberOf = new Map(areas.neighbourhoods.map(({ area_id, number }) => [area_id, number]));
  const wards: number[] = [];
  const byNumber = new Map<number, number[]>();
  for (const { index, is_total } of table.rows) {
    const label = texts(index, form.keys.area?.column);
    const area_id = areas.read(label, null);
    const number = numberOf.get(area_id ?? "");
    if (is_total || area_id === areas.ward_id || areas.ward_keys.includes(wordKey(label)))
      wards.push(index);
    else if (number !== undefined && number !== null)
      byNumber.set(number, [...(byNumber.get(number) ?? []), index]);
  }
  return { wards, byNumber };
}
