import { wordKey } from "./key.ts";

/** `Cộng khu 1`, `Tổng cụm 2`: the sum of a part of the rows, which stand beside it. */
const PART_TOTAL =
  /^(?:tong cong|tong so|tong|cong) (?:(?:cua )?(?:khu|cum|nhom|khoi|to|tdp|dia ban|muc|phan|trang)(?: .*)?|[ivx]+|[a-h])$/;

/** `Cộng KV3`. */
const PART_BY_NUMBER = /^(?:tong cong|cong|tong) (?:kv|khu vuc|cum|nhom|khoi) ?(?:\d|[a-z])/;

/** `77 tổ còn lại`, `Các tổ khác`. */
const REST = /\b(?:con lai|cac (?:to|tdp|to dan pho|dia ban|noi) khac)$/;

/** Whether a label stands before the sum of a part of the rows, which stand beside it (`Cộng khu 1`). */
export function isPartTotal(text: string): boolean {
  const key = wordKey(text);
  return PART_TOTAL.test(key) || PART_BY_NUMBER.test(key) || REST.test(key);
}

const SEVERAL =
  /^(?:(?:khu vuc|dia ban) (?:so )?[\divx]+|(?:cum(?! dan cu)|lien to|nhom to)(?: .*)?|(?:cac |nhung )?(?:to dan pho|tdp|to|khu pho|thon|xom|dia ban|noi|don vi)? ?(?:con lai|khac)|(?:cac )?(?:to dan pho|tdp|to|khu pho|thon|xom) (?:so )?\d+ (?:\d+|(?:va|den|toi) .*)(?: .*)?)$/;

/** Whether a text names several neighbourhoods at once (`Cụm 2`, `Các tổ còn lại`): what they hold is nobody's. */
export function isSeveralAreas(text: string): boolean {
  return SEVERAL.test(wordKey(text));
}
