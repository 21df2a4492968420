import { wordKey } from "../parse/key.ts";

/** What a header says of the figures below it. */
export type HeaderRole =
  | "ordinal"
  | "label"
  | "unit"
  | "note"
  | "comparison"
  | "ratio"
  | "plan"
  | "cumulative"
  | "last"
  | "this"
  | "done"
  | "total"
  | "value"
  | "other";

/** The words of headers by what they say, as patterns of keys; the first that fits holds. */
const ROLES: readonly (readonly [HeaderRole, RegExp])[] = [
  ["ordinal", /^(?:stt|tt|so tt|so thu tu|thu tu)$/],
  [
    "label",
    /^(?:cac )?(?:noi dung|chi tieu|tieu chi|ten chi tieu|noi dung chi tieu|chi tieu bao cao|noi dung bao cao|dien giai|hang muc|danh muc|muc|thong tin|ma chi tieu)(?: (?:bao cao|thong ke|chu yeu|chinh))?$/,
  ],
  ["unit", /^(?:dvt|don vi tinh|dv tinh|don vi)$/],
  ["note", /^(?:ghi chu|chu thich|nguon|nguon so lieu|can cu|don vi bao cao|phu trach)$/],
  [
    "comparison",
    /^(?:so sanh|so voi|so cung ky|so ky truoc|tang|giam|chenh lech|bien dong|muc tang|ty le tang|ti le tang|toc do)(?: |$)|\bso (?:voi )?(?:cung ky|ky truoc|thang truoc|nam truoc|quy truoc)\b|\d so (?:voi )?(?:ngay |thang |quy |nam |t|q)?\d/,
  ],
  // Added up since another day than New Year's: of no period of the year.
  [
    "comparison",
    /\b(?:luy ke|luy tien|cong don)(?: .*)? tu (?!dau nam|(?:ngay )?0?1 0?1\b|thang 0?1\b)/,
  ],
  [
    "ratio",
    /^(?:ty le )?(?:th|thuc hien) (?:kh|ke hoach|ct|chi tieu)\b|^(?:ty le|ti le|tl|dat|ty trong|phan tram|muc do dat|hoan thanh)(?: .*)?$|\bso (?:voi )?(?:kh|ke hoach|chi tieu|nghi quyet)\b|\b(?:kh|ke hoach|chi tieu) nam dat\b/,
  ],
  [
    "plan",
    /^(?:kh|ke hoach|chi tieu|muc tieu|nghi quyet|nq|duoc giao|giao|phai thuc hien|du kien|uoc|du bao)(?: |$)/,
  ],
  ["cumulative", /\b(?:luy ke|luy tien|cong don|tu dau nam)\b/],
  [
    "last",
    /^(?:(?:so lieu|thuc hien|ket qua) )?(?:thang|ky|quy|nam) (?:truoc|lien ke|lien truoc|ngoai)(?: |$)|^(?:thuc hien )?cung ky(?: |$)/,
  ],
  [
    "this",
    /^(?:(?:so lieu|thuc hien|ket qua|trong|th) )?(?:thang|ky|quy|nam) (?:nay|bao cao)(?: |$)|^trong (?:thang|ky|quy|nam)$|^hien (?:tai|co|nay)$/,
  ],
  [
    "done",
    /^(?:da )?(?:thuc hien|th|ket qua thuc hien|so thuc hien|thuc hien duoc|da dat|ket qua dat|dat duoc|thuc te)(?: |$)/,
  ],
  [
    "total",
    /^(?:tong|cong|tong cong|tong so|toan phuong|toan xa|ca nam|ca ky)(?: (?:cong|so|\d+ .*))?$/,
  ],
  [
    "value",
    /^(?:so luong|so lieu|ket qua|gia tri|so|con so|so nguoi|so lieu bao cao|ket qua bao cao)$/,
  ],
];

/** What a header says; an empty one says nothing and is `other`. */
export function roleOf(text: string): HeaderRole {
  const key = /^[\s(]*%/.test(text) ? `ty le ${wordKey(text)}` : wordKey(text);
  const isSign = /^[\s(]*[+\-−±]\s*[/,;]?\s*[+\-−]?[\s)]*(?:%|\(|$)/.test(text);
  if (isSign && text.trim() !== "") return "comparison";
  return ROLES.find(([, pattern]) => pattern.test(key))?.[0] ?? "other";
}

/** No figure is longer, with its remark. */
const LONGEST = 100;

/** Whether a text is a figure as offices write it: a number, a share, a number with its unit or a remark. */
export function isFigureText(text: string): boolean {
  const figure = text.length > LONGEST ? text : text.replace(/\s*\([^()]*\)\s*$/, "");
  return (
    /^[≈~+\-−]?\s*\d[\d.,\s]*(?:%|\p{L}+(?: \p{L}+)?)?\.?\*?$/u.test(figure) && !isDateText(figure)
  );
}

/** Whether a text stands for no figure. */
export function isBlankMark(text: string): boolean {
  return /^(?:[-–—…x\s]|\.{2,})*$/i.test(text);
}

function isDateText(text: string): boolean {
  return /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(text.trim());
}

/** Whether a text is a running number alone: `1`, `1.2`, `II`, `a)`, `-`. */
export function isOrdinalText(text: string): boolean {
  return /^(?:[IVX]{1,5}|\d{1,3}(?:\.\d{1,2}){0,3}|[A-Za-zĐđ])?[.)]?[-+*]?$/u.test(text.trim());
}
