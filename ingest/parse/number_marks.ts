/** What a cell of figures says without a figure. `none`: in words that there was nothing to count. */
export type BlankMark = "empty" | "dash" | "ellipsis" | "cross" | "none";

const COUNTED = "vu|vu viec|truong hop|nguoi|ho|ho dan|doi tuong|can|diem|tu diem|bang nhom|ca";

/** The marks in tidied texts: `…` and its words are not yet collected, a cross does not apply, `KPS` is none. */
const MARKS: readonly [BlankMark, RegExp][] = [
  ["empty", /^$/],
  ["dash", /^(?:-+|- ?-|\/+)$/],
  [
    "ellipsis",
    /^(?:\.{2,}|(?:khong|chua) co (?:so lieu|bao cao|du lieu|thong tin)|chua (?:thu thap|tong hop|bao cao|cap nhat|thong ke|ro|xac dinh)|(?:dang|cho) (?:cap nhat|tong hop|thu thap|bao cao|so lieu))$/,
  ],
  ["cross", /^(?:[x×]|n\/a|khong (?:ap dung|thuoc dien|quan ly))$/i],
  [
    "none",
    new RegExp(
      `^(?:kps|k\\.?p\\.?s\\.?|(?:khong|ko|chua) phat sinh|(?:khong|ko)(?: (?:co|xay ra))?)(?: (?:${COUNTED}))?(?: nao| moi)?\\.?$`,
    ),
  ],
];

/** What stands in the place of a figure, or null where one may stand. */
export function blankMark(tidied: string): BlankMark | null {
  return MARKS.find(([, pattern]) => pattern.test(tidied))?.[0] ?? null;
}

/** Raised signs behind a figure (`1490¹⁾`); those of `m²` belong to the unit. */
const RAISED = /(?<=[\d%).\]*…-])\s*[⁽(]?[⁰¹²³⁴-⁹]+[⁾)]?|^\s*[⁽(]?[⁰¹²³⁴-⁹]+[⁾)]?\s*(?=\d)/gu;

/** A text without raised footnote signs: decomposed, they would become digits of the figure. */
export function withoutRaised(text: string): string {
  return text.replace(RAISED, "");
}

/** `(*)`, `**`, `(1)`, `[a]`: one sign, for a longer number in parentheses is another figure. */
const FOOTNOTE = /(?<=\S) ?(?:\(\*+\)|\*+|†+|\[(?:\d|[a-z])\]|\((?:\d|[a-z])\))$/;

const PART = "trong (?:do|so do)|bao gom|gom|co|nu|nam|tre em|dang vien|nguoi gia";
const PARTS_OF = "nu|nam|tre em|tre|dang vien|hoc sinh|vu nghiem trong|nguoi cao tuoi";

/** Of another time, place or reckoning: no part that stays in the whole. */
const OTHER =
  "(?![^()]*\\b(?:truoc|ngoai|chuyen|ton|chua|khong|phuong|xa|tru|cu|uoc|uoc tinh|trung|sai|nham|luot|bo sung)\\b)";

/** Behind a figure: a part of it (`(trong đó 1 nữ)`, `, nữ 3`) or how it moved (`(tăng 2)`, `(+3)`). */
const ASIDE = new RegExp(
  `(?<=[\\d\\p{L}%]) ?(?:\\(${OTHER}(?:(?:${PART})\\b[^()]*\\d[^()]*|\\d+ (?:${PARTS_OF})\\b[^()]*|\\d+ [^()]*trong so (?:nay|do)\\b[^()]*|(?:tang|giam|so voi|so cung ky)\\b[^()]*|[+-] ?\\d[^()]*)\\)|[,;:]? ?trong do:? [^()]*\\d[^()]*|[,;] ?(?:nu|nam):? ?\\d+)$`,
  "u",
);

/** A tidied text without a footnote's sign and without an aside about parts of its figure. */
export function withoutAside(tidied: string): string {
  const bare = tidied.replace(FOOTNOTE, "");
  return bare.replace(ASIDE, "").trim() || bare;
}
